package io.podium.runtime;

import io.podium.api.runtime.ContainerFunction;
import io.podium.api.runtime.RuntimeFactory;
import io.podium.runtime.jvm.JvmRuntime;
import io.podium.runtime.process.ProcessRuntime;
import io.podium.runtime.simulated.SimulatedRuntime;

/** The container runtimes that come with Podium, ready to be given to nodes. */
public final class Runtimes {
    private Runtimes() {}

    /**
     * Containers are processes of this machine: image {@code host}, and the command is one of its programs.
     *
     * @return starts such a runtime
     */
    public static RuntimeFactory process() {
        return site -> ProcessRuntime.start(site.dispatcher());
    }

    /**
     * Containers are Java functions of this JVM.
     *
     * @param image the name under which pods know the function
     * @param function what such a container runs
     * @return starts such a runtime
     */
    public static RuntimeFactory jvm(String image, ContainerFunction function) {
        return site -> JvmRuntime.builder().image(image, function).start(site.dispatcher());
    }

    /**
     * Containers are simulated: they start at once, run for ever, pass every probe, and cost next to nothing.
     *
     * @return starts such a runtime
     */
    public static RuntimeFactory simulated() {
        return site -> SimulatedRuntime.start(site.dispatcher());
    }
}
