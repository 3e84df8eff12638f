package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The projected volume source of {@code Pod.spec.volumes[].projected}.
 *
 * @param sources the sources: {@code sources}
 * @param defaultMode the default mode: {@code defaultMode}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ProjectedVolumeSource(
        @Proto(1) @Always List<VolumeProjection> sources,
        @Proto(2) @Nullable Integer defaultMode,
        UnknownFields unknown)
        implements ProjectedVolumeSourceWith {
    /** Copies lists and maps; maps are sorted by key. */
    public ProjectedVolumeSource {
        sources = List.copyOf(sources);
    }
}
