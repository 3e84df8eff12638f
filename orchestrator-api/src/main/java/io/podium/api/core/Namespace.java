package io.podium.api.core;

import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiResource;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The kind {@code Namespace}.
 *
 * @param metadata the metadata: {@code metadata}
 * @param spec the spec: {@code spec}
 * @param status the status: {@code status}
 * @param unknown the fields that this record does not declare
 */
@ApiType
@ApiResource(
        plural = "namespaces",
        namespaced = false,
        shortNames = "ns",
        subresources = {"status", "finalize"})
public record Namespace(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(2) @Always NamespaceSpec spec,
        @Proto(3) @Always NamespaceStatus status,
        UnknownFields unknown)
        implements NamespaceWith {
    /** The kind of these objects. */
    public static final Kind<Namespace> KIND = Kind.of(Namespace.class);

    /**
     * Begins the description of a {@code Namespace}.
     *
     * @param name its name
     * @return a builder
     */
    public static NamespaceBuilder named(String name) {
        return new NamespaceBuilder().name(name);
    }
}
