package io.podium.api.core;

import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The persistent volume claim template of {@code Pod.spec.volumes[].ephemeral.volumeClaimTemplate}.
 *
 * @param metadata the metadata: {@code metadata}
 * @param spec the spec: {@code spec}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PersistentVolumeClaimTemplate(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(2) @Always PersistentVolumeClaimSpec spec,
        UnknownFields unknown) implements PersistentVolumeClaimTemplateWith {}
