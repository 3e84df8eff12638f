package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The config map volume source of {@code Pod.spec.volumes[].configMap}.
 *
 * @param name the name: {@code name}
 * @param items the items: {@code items}
 * @param defaultMode the default mode: {@code defaultMode}
 * @param optional the optional: {@code optional}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ConfigMapVolumeSource(
        @Proto(value = 1, in = 1) String name,
        @Proto(2) List<KeyToPath> items,
        @Proto(3) @Nullable Integer defaultMode,
        @Proto(4) @Nullable Boolean optional,
        UnknownFields unknown)
        implements ConfigMapVolumeSourceWith {
    /** Copies lists and maps; maps are sorted by key. */
    public ConfigMapVolumeSource {
        items = List.copyOf(items);
    }
}
