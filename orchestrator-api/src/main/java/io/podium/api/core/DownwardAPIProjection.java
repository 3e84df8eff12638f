package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The downward API projection of {@code Pod.spec.volumes[].projected.sources[].downwardAPI}.
 *
 * @param items the items: {@code items}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record DownwardAPIProjection(@Proto(1) List<DownwardAPIVolumeFile> items, UnknownFields unknown)
        implements DownwardAPIProjectionWith {
    /** Copies lists and maps; maps are sorted by key. */
    public DownwardAPIProjection {
        items = List.copyOf(items);
    }
}
