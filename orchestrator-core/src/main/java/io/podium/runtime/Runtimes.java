package io.podium.runtime;

import io.podium.api.runtime.ContainerFunction;
import io.podium.api.runtime.RuntimeFactory;
import io.podium.runtime.jvm.JvmRuntime;
import io.podium.runtime.process.ProcessOptions;
import io.podium.runtime.process.ProcessRuntime;
import io.podium.runtime.simulated.SimulatedRuntime;
import io.podium.runtime.simulated.SimulatedScript;
import java.util.Map;

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
     * Containers are processes of this machine, as options say.
     *
     * @param options where its files are and what containers get; a directory of its own serves one node only
     * @return starts such a runtime
     */
    public static RuntimeFactory process(ProcessOptions options) {
        return site -> ProcessRuntime.start(site.dispatcher(), options);
    }

    /**
     * Containers are Java functions of this JVM.
     *
     * @param functions what containers run, by image: the names under which pods know the functions
     * @return starts such a runtime
     */
    public static RuntimeFactory jvm(Map<String, ContainerFunction> functions) {
        var known = Map.copyOf(functions);
        return site -> {
            var builder = JvmRuntime.builder();
            known.forEach(builder::image); // into a sorted map
            return builder.start(site.dispatcher());
        };
    }

    /**
     * Containers are one Java function of this JVM.
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
        return simulated(SimulatedScript.STEADY);
    }

    /**
     * Containers are simulated.
     *
     * @param script says what each container does
     * @return starts such a runtime
     */
    public static RuntimeFactory simulated(SimulatedScript script) {
        return SimulatedRuntime.factory(script);
    }
}
