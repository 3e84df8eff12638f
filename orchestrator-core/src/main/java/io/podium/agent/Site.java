package io.podium.agent;

import io.podium.api.client.Client;
import io.podium.api.controller.EventRecorder;
import io.podium.api.core.HostIP;
import io.podium.api.core.Pod;
import io.podium.api.core.PodCondition;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.Quantity;
import io.podium.api.runtime.Capability;
import io.podium.api.runtime.ContainerRuntime;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What all workers of a node share.
 *
 * @param settings what the agent was told
 * @param client reaches the API server
 * @param runtime runs containers
 * @param dispatcher the agent's scope
 * @param events records Events
 * @param instant whether calls of the runtime never block: then work is done on the spot, and no files are made
 * @param allocatable what pods may ask for in all
 * @param hostIps the node's addresses, as the status of each pod has them
 * @param conditions the newest conditions of a pod of this node, which others share while they are alike
 */
record Site(
        AgentSettings settings,
        Client client,
        ContainerRuntime runtime,
        Dispatcher dispatcher,
        EventRecorder events,
        boolean instant,
        Map<String, Quantity> allocatable,
        List<HostIP> hostIps,
        AtomicReference<List<PodCondition>> conditions) {

    /** Runs something that may take long, beside the worker that asks for it. */
    void beside(String name, Runnable work) {
        if (instant) {
            work.run();
        } else {
            dispatcher.execute(name, work);
        }
    }

    Instant seconds() {
        return dispatcher.now().truncatedTo(ChronoUnit.SECONDS);
    }

    boolean can(Capability capability) {
        return runtime.capabilities().contains(capability);
    }

    /** The directory of a pod; one for all where no files are made. */
    Path directory(Pod pod) {
        return instant ? settings.root() : settings.root().resolve("pods").resolve(pod.uid());
    }
}
