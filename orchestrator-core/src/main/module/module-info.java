/**
 * A cluster in one JVM: store, API server, controllers, scheduler, agents and the container runtimes that need no daemon. Applications start
 * it through {@code io.podium.api.Cluster}; what is exported here are the runtimes, and what tools around a cluster are made of.
 */
module io.podium.core {
    requires transitive io.podium.api;
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires tools.jackson.core;
    requires java.management;
    requires jdk.management;
    requires static com.google.errorprone.annotations;

    exports io.podium.cluster;
    exports io.podium.codec;
    exports io.podium.dispatch;
    exports io.podium.runtime;
    exports io.podium.runtime.jvm;
    exports io.podium.runtime.logs;
    exports io.podium.runtime.process;
    exports io.podium.runtime.simulated;
    exports io.podium.schema;
    exports io.podium.store.memory;

    provides io.podium.api.ClusterProvider with
            io.podium.cluster.LocalClusterProvider;
}
