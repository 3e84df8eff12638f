package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The taint of {@code Node.spec.taints[]}.
 *
 * @param key the key: {@code key}
 * @param value the value: {@code value}
 * @param effect the effect: {@code effect}
 * @param timeAdded the time added: {@code timeAdded}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record Taint(
        @Proto(1) @Always String key,
        @Proto(2) String value,
        @Proto(3) @Always String effect,
        @Proto(4) @Nullable Instant timeAdded,
        UnknownFields unknown)
        implements TaintWith {}
