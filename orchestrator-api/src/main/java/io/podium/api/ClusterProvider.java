package io.podium.api;

/** Starts clusters; found by {@link java.util.ServiceLoader}, so that this module needs no implementation. */
public interface ClusterProvider {

    /**
     * Starts a cluster.
     *
     * @param settings what to start
     * @return the cluster, its nodes about to become ready
     */
    Cluster start(ClusterSettings settings);
}
