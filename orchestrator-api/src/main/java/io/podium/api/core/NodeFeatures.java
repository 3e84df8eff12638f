package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The node features of {@code Node.status.features}.
 *
 * @param supplementalGroupsPolicy the supplemental groups policy: {@code supplementalGroupsPolicy}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NodeFeatures(@Proto(1) @Nullable Boolean supplementalGroupsPolicy, UnknownFields unknown)
        implements NodeFeaturesWith {}
