/**
 * What applications, operators and runtimes are written against: the objects of Kubernetes and their schema, the client, the
 * reconcile kit, and the interfaces that stores and container runtimes implement.
 */
module io.podium.api {
    requires transitive org.jspecify;
    requires org.slf4j;

    exports io.podium.api;
    exports io.podium.api.admission;
    exports io.podium.api.apps;
    exports io.podium.api.autoscaling;
    exports io.podium.api.batch;
    exports io.podium.api.client;
    exports io.podium.api.controller;
    exports io.podium.api.coordination;
    exports io.podium.api.core;
    exports io.podium.api.discovery;
    exports io.podium.api.dispatch;
    exports io.podium.api.meta;
    exports io.podium.api.policy;
    exports io.podium.api.runtime;
    exports io.podium.api.scheduling;
    exports io.podium.api.schema;
    exports io.podium.api.store;

    uses io.podium.api.ClusterProvider;
}
