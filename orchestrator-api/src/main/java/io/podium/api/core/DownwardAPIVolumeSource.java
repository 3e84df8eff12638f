package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The downward API volume source of {@code Pod.spec.volumes[].downwardAPI}.
 *
 * @param items the items: {@code items}
 * @param defaultMode the default mode: {@code defaultMode}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record DownwardAPIVolumeSource(
        @Proto(1) List<DownwardAPIVolumeFile> items,
        @Proto(2) @Nullable Integer defaultMode,
        UnknownFields unknown) implements DownwardAPIVolumeSourceWith {
    /** Copies lists and maps; maps are sorted by key. */
    public DownwardAPIVolumeSource {
        items = List.copyOf(items);
    }
}
