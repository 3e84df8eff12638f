package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The secret volume source of {@code Pod.spec.volumes[].secret}.
 *
 * @param secretName the secret name: {@code secretName}
 * @param items the items: {@code items}
 * @param defaultMode the default mode: {@code defaultMode}
 * @param optional the optional: {@code optional}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record SecretVolumeSource(
        @Proto(1) String secretName,
        @Proto(2) List<KeyToPath> items,
        @Proto(3) @Nullable Integer defaultMode,
        @Proto(4) @Nullable Boolean optional,
        UnknownFields unknown)
        implements SecretVolumeSourceWith {
    /** Copies lists and maps; maps are sorted by key. */
    public SecretVolumeSource {
        items = List.copyOf(items);
    }
}
