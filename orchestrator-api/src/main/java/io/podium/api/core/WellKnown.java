package io.podium.api.core;

/** Labels, annotations and taints on which components and users agree. */
public final class WellKnown {
    /** Node label and taint: the name of the container runtime. All nodes but those of the cluster's default runtime carry the taint. */
    public static final String RUNTIME = "podium.io/runtime";

    /** Node label: the node's host name. */
    public static final String HOSTNAME = "kubernetes.io/hostname";

    /** Node label: the operating system. */
    public static final String OS = "kubernetes.io/os";

    /** Node label: the architecture. */
    public static final String ARCH = "kubernetes.io/arch";

    /** Node taint: the node is not ready. */
    public static final String TAINT_NOT_READY = "node.kubernetes.io/not-ready";

    /** Node taint: the node has not been heard of. */
    public static final String TAINT_UNREACHABLE = "node.kubernetes.io/unreachable";

    /** Node taint: the node takes no more pods. */
    public static final String TAINT_UNSCHEDULABLE = "node.kubernetes.io/unschedulable";

    /** The namespace of objects that name none. */
    public static final String DEFAULT_NAMESPACE = "default";

    /** The namespace of node leases. */
    public static final String NODE_LEASE_NAMESPACE = "kube-node-lease";

    private WellKnown() {}
}
