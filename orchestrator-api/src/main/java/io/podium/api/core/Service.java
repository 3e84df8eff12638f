package io.podium.api.core;

import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiResource;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The kind {@code Service}.
 *
 * @param metadata the metadata: {@code metadata}
 * @param spec the spec: {@code spec}
 * @param status the status: {@code status}
 * @param unknown the fields that this record does not declare
 */
@ApiType(prose = true)
@ApiResource(
        plural = "services",
        shortNames = "svc",
        categories = "all",
        subresources = {"status", "proxy"})
public record Service(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(2) @Always ServiceSpec spec,
        @Proto(3) @Always ServiceStatus status,
        UnknownFields unknown)
        implements ServiceWith {
    /** The kind of these objects. */
    public static final Kind<Service> KIND = Kind.of(Service.class);

    /**
     * Begins the description of a {@code Service}.
     *
     * @param name its name
     * @return a builder
     */
    public static ServiceBuilder named(String name) {
        return new ServiceBuilder().name(name);
    }
}
