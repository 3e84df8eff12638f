package io.podium.api.core;

import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiResource;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The kind {@code Pod}.
 *
 * @param metadata the metadata: {@code metadata}
 * @param spec the spec: {@code spec}
 * @param status the status: {@code status}
 * @param unknown the fields that this record does not declare
 */
@ApiType(prose = true)
@ApiResource(
        plural = "pods",
        shortNames = "po",
        categories = "all",
        subresources = {
            "status",
            "binding",
            "eviction",
            "ephemeralcontainers",
            "resize",
            "log",
            "exec",
            "attach",
            "portforward",
            "proxy"
        })
public record Pod(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(2) @Always PodSpec spec,
        @Proto(3) @Always PodStatus status,
        UnknownFields unknown)
        implements PodWith {
    /** The kind of these objects. */
    public static final Kind<Pod> KIND = Kind.of(Pod.class);

    /**
     * Begins the description of a {@code Pod}.
     *
     * @param name its name
     * @return a builder
     */
    public static PodBuilder named(String name) {
        return new PodBuilder().name(name);
    }
}
