package io.podium.api.core;

import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiResource;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The kind {@code Node}.
 *
 * @param metadata the metadata: {@code metadata}
 * @param spec the spec: {@code spec}
 * @param status the status: {@code status}
 * @param unknown the fields that this record does not declare
 */
@ApiType
@ApiResource(
        plural = "nodes",
        namespaced = false,
        shortNames = "no",
        subresources = {"status", "proxy"})
public record Node(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(2) @Always NodeSpec spec,
        @Proto(3) @Always NodeStatus status,
        UnknownFields unknown)
        implements NodeWith {
    /** The kind of these objects. */
    public static final Kind<Node> KIND = Kind.of(Node.class);

    /**
     * Begins the description of a {@code Node}.
     *
     * @param name its name
     * @return a builder
     */
    public static NodeBuilder named(String name) {
        return new NodeBuilder().name(name);
    }
}
