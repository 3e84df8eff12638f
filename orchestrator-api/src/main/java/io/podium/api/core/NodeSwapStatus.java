package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The node swap status of {@code Node.status.nodeInfo.swap}.
 *
 * @param capacity the capacity: {@code capacity}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NodeSwapStatus(@Proto(1) @Nullable Long capacity, UnknownFields unknown) implements NodeSwapStatusWith {}
