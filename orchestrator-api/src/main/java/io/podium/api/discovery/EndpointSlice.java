package io.podium.api.discovery;

import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiResource;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The kind {@code EndpointSlice}.
 *
 * @param metadata the metadata: {@code metadata}
 * @param addressType the address type: {@code addressType}
 * @param endpoints the endpoints: {@code endpoints}
 * @param ports the ports: {@code ports}
 * @param unknown the fields that this record does not declare
 */
@ApiType
@ApiResource(group = "discovery.k8s.io", plural = "endpointslices")
public record EndpointSlice(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(4) @Always String addressType,
        @Proto(2) @Always List<Endpoint> endpoints,
        @Proto(3) @Always List<EndpointPort> ports,
        UnknownFields unknown)
        implements EndpointSliceWith {
    /** The kind of these objects. */
    public static final Kind<EndpointSlice> KIND = Kind.of(EndpointSlice.class);

    /**
     * Begins the description of a {@code EndpointSlice}.
     *
     * @param name its name
     * @return a builder
     */
    public static EndpointSliceBuilder named(String name) {
        return new EndpointSliceBuilder().name(name);
    }

    /** Copies lists and maps; maps are sorted by key. */
    public EndpointSlice {
        endpoints = List.copyOf(endpoints);
        ports = List.copyOf(ports);
    }
}
