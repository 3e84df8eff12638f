package io.podium.apiserver.rules;

import io.podium.api.core.ServiceSpec;

/** What follows from the type of a Service. */
public final class ServiceTraits {
    /** The cluster IP of a Service that has none and wants none. */
    public static final String NONE = "None";

    private ServiceTraits() {}

    /**
     * Whether the Service is only a name for something outside.
     *
     * @param spec of the Service
     * @return true if its type is {@code ExternalName}
     */
    public static boolean isExternalName(ServiceSpec spec) {
        return spec.type().equals("ExternalName");
    }

    /**
     * Whether the Service is to be reached through its pods' own addresses.
     *
     * @param spec of the Service
     * @return true if its first cluster IP is {@code None}
     */
    public static boolean isHeadless(ServiceSpec spec) {
        return spec.clusterIPs().isEmpty()
                ? spec.clusterIP().equals(NONE)
                : spec.clusterIPs().getFirst().equals(NONE);
    }

    /**
     * Whether the Service has an address in the cluster, or says that it wants none.
     *
     * @param spec of the Service
     * @return false if it is only a name
     */
    public static boolean needsClusterIp(ServiceSpec spec) {
        return switch (spec.type()) {
            case "ClusterIP", "NodePort", "LoadBalancer" -> true;
            default -> false;
        };
    }

    /**
     * Whether each port of the Service is open on every node.
     *
     * @param spec of the Service
     * @return true for node ports and, unless it declines, a load balancer
     */
    public static boolean needsNodePorts(ServiceSpec spec) {
        return spec.type().equals("NodePort")
                || spec.type().equals("LoadBalancer") && !Boolean.FALSE.equals(spec.allocateLoadBalancerNodePorts());
    }

    /**
     * Whether nodes tell a load balancer if they have pods of the Service.
     *
     * @param spec of the Service
     * @return true for a load balancer with the policy {@code Local}
     */
    public static boolean needsHealthCheckPort(ServiceSpec spec) {
        return spec.type().equals("LoadBalancer")
                && spec.externalTrafficPolicy().equals("Local");
    }

    /**
     * Whether the Service can be reached from outside the cluster.
     *
     * @param spec of the Service
     * @return true if a policy for external traffic makes sense
     */
    public static boolean isExternallyAccessible(ServiceSpec spec) {
        return switch (spec.type()) {
            case "NodePort", "LoadBalancer" -> true;
            case "ClusterIP" -> !spec.externalIPs().isEmpty();
            default -> false;
        };
    }
}
