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
 * The kind {@code Secret}.
 *
 * @param metadata the metadata: {@code metadata}
 * @param immutable the immutable: {@code immutable}
 * @param data the data: {@code data}
 * @param stringData the string data: {@code stringData}
 * @param type the type: {@code type}
 * @param unknown the fields that this record does not declare
 */
@ApiType
@ApiResource(plural = "secrets")
public record Secret(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(5) @Nullable Boolean immutable,
        @Proto(2) Map<String, Bytes> data,
        @Proto(4) Map<String, String> stringData,
        @Proto(3) String type,
        UnknownFields unknown)
        implements SecretWith {
    /** The kind of these objects. */
    public static final Kind<Secret> KIND = Kind.of(Secret.class);

    /**
     * Begins the description of a {@code Secret}.
     *
     * @param name its name
     * @return a builder
     */
    public static SecretBuilder named(String name) {
        return new SecretBuilder().name(name);
    }

    /** Copies lists and maps; maps are sorted by key. */
    public Secret {
        data = Sorted.copyOf(data);
        stringData = Sorted.copyOf(stringData);
    }
}
