package io.podium.api.autoscaling;

import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * Kubernetes' scale.
 *
 * @param metadata the metadata: {@code metadata}
 * @param spec the spec: {@code spec}
 * @param status the status: {@code status}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record Scale(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(2) @Always ScaleSpec spec,
        @Proto(3) @Always ScaleStatus status,
        UnknownFields unknown)
        implements ScaleWith {}
