package io.podium.runtime.simulated;

import io.podium.api.meta.Sorted;
import io.podium.api.runtime.ContainerSpec;
import io.podium.api.runtime.SandboxSpec;
import java.util.Map;

/** Says what each simulated container does. */
@FunctionalInterface
public interface SimulatedScript {
    /** Everything does the {@linkplain SimulatedBehavior#DEFAULT default}. */
    SimulatedScript STEADY = (pod, container) -> SimulatedBehavior.DEFAULT;

    /**
     * What a container does; asked once for each start of a container, by the agent of its node, all of whose pods wait for the answer: it
     * must not block.
     *
     * @param pod the pod's sandbox
     * @param container the container, and which attempt of it
     * @return its behavior
     */
    SimulatedBehavior of(SandboxSpec pod, ContainerSpec container);

    /**
     * A script by images.
     *
     * @param behaviors what containers of an image do; all others do the default
     * @return the script
     */
    static SimulatedScript byImage(Map<String, SimulatedBehavior> behaviors) {
        var known = Sorted.copyOf(behaviors);
        return (pod, container) -> known.getOrDefault(container.image(), SimulatedBehavior.DEFAULT);
    }
}
