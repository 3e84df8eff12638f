package io.podium.api.core;

import io.podium.api.meta.Bytes;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.meta.Sorted;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiResource;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kind {@code ConfigMap}.
 *
 * @param metadata the metadata: {@code metadata}
 * @param immutable the immutable: {@code immutable}
 * @param data the data: {@code data}
 * @param binaryData the binary data: {@code binaryData}
 * @param unknown the fields that this record does not declare
 */
@ApiType
@ApiResource(plural = "configmaps", shortNames = "cm")
public record ConfigMap(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(4) @Nullable Boolean immutable,
        @Proto(2) Map<String, String> data,
        @Proto(3) Map<String, Bytes> binaryData,
        UnknownFields unknown)
        implements ConfigMapWith {
    /** The kind of these objects. */
    public static final Kind<ConfigMap> KIND = Kind.of(ConfigMap.class);

    /**
     * Begins the description of a {@code ConfigMap}.
     *
     * @param name its name
     * @return a builder
     */
    public static ConfigMapBuilder named(String name) {
        return new ConfigMapBuilder().name(name);
    }

    /** Copies lists and maps; maps are sorted by key. */
    public ConfigMap {
        data = Sorted.copyOf(data);
        binaryData = Sorted.copyOf(binaryData);
    }
}
