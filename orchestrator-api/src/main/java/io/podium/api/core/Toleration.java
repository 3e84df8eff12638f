package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The toleration of {@code Pod.spec.tolerations[]}.
 *
 * @param key the key: {@code key}
 * @param operator the operator: {@code operator}
 * @param value the value: {@code value}
 * @param effect the effect: {@code effect}
 * @param tolerationSeconds the toleration seconds: {@code tolerationSeconds}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record Toleration(
        @Proto(1) String key,
        @Proto(2) String operator,
        @Proto(3) String value,
        @Proto(4) String effect,
        @Proto(5) @Nullable Long tolerationSeconds,
        UnknownFields unknown)
        implements TolerationWith {}
