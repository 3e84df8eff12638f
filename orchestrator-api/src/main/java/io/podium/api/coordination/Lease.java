package io.podium.api.coordination;

import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiResource;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The kind {@code Lease}.
 *
 * @param metadata the metadata: {@code metadata}
 * @param spec the spec: {@code spec}
 * @param unknown the fields that this record does not declare
 */
@ApiType
@ApiResource(group = "coordination.k8s.io", plural = "leases")
public record Lease(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(2) @Always LeaseSpec spec,
        UnknownFields unknown) implements LeaseWith {
    /** The kind of these objects. */
    public static final Kind<Lease> KIND = Kind.of(Lease.class);

    /**
     * Begins the description of a {@code Lease}.
     *
     * @param name its name
     * @return a builder
     */
    public static LeaseBuilder named(String name) {
        return new LeaseBuilder().name(name);
    }
}
