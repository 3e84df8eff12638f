package io.podium.cluster;

import io.podium.api.Cluster;
import io.podium.api.ClusterProvider;
import io.podium.api.ClusterSettings;

/** Starts clusters in this JVM. */
public final class LocalClusterProvider implements ClusterProvider {

    /** Called by {@link java.util.ServiceLoader}. */
    public LocalClusterProvider() {}

    @Override
    public Cluster start(ClusterSettings settings) {
        return LocalCluster.start(settings);
    }
}
