package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The load balancer status of {@code Service.status.loadBalancer}.
 *
 * @param ingress the ingress: {@code ingress}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record LoadBalancerStatus(@Proto(1) List<LoadBalancerIngress> ingress, UnknownFields unknown)
        implements LoadBalancerStatusWith {
    /** Copies lists and maps; maps are sorted by key. */
    public LoadBalancerStatus {
        ingress = List.copyOf(ingress);
    }
}
