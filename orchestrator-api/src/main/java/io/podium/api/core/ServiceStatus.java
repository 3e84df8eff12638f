package io.podium.api.core;

import io.podium.api.meta.Condition;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.ListMap;
import io.podium.api.schema.MergeKey;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The service status of {@code Service.status}.
 *
 * @param loadBalancer the load balancer: {@code loadBalancer}
 * @param conditions the conditions: {@code conditions}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ServiceStatus(
        @Proto(1) @Always LoadBalancerStatus loadBalancer,
        @Proto(2) @ListMap("type") @MergeKey("type") List<Condition> conditions,
        UnknownFields unknown)
        implements ServiceStatusWith {
    /** Copies lists and maps; maps are sorted by key. */
    public ServiceStatus {
        conditions = List.copyOf(conditions);
    }
}
