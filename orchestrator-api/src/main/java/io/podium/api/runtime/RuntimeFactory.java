package io.podium.api.runtime;

import io.podium.api.dispatch.Dispatcher;

/** Starts the container runtime of one node. */
@FunctionalInterface
public interface RuntimeFactory {

    /**
     * Starts a runtime, which the node closes.
     *
     * @param site the node it is for
     * @return a runtime at work
     */
    ContainerRuntime start(Site site);

    /**
     * The node that a runtime is for.
     *
     * @param cluster the cluster's name
     * @param node the node's name
     * @param dispatcher gives the runtime time, randomness and threads
     */
    record Site(String cluster, String node, Dispatcher dispatcher) {}
}
