package io.podium.api.core;

import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The pod template spec of {@code Deployment.spec.template}.
 *
 * @param metadata the metadata: {@code metadata}
 * @param spec the spec: {@code spec}
 * @param unknown the fields that this record does not declare
 */
@ApiType(prose = true)
public record PodTemplateSpec(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(2) @Always PodSpec spec,
        UnknownFields unknown) implements PodTemplateSpecWith {}
