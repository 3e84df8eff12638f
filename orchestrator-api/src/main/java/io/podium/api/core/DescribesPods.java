package io.podium.api.core;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What can be said of pods wherever they are described: in a Pod itself, and in the template of a workload.
 *
 * @param <B> the builder that says it
 */
public interface DescribesPods<B> {

    /**
     * Changes the pod's spec, starting from the present one. Every field is reachable from here.
     *
     * @param change makes the changes
     * @return this builder
     */
    B podSpec(Consumer<PodSpecBuilder> change);

    /**
     * Adds a label to the pods.
     *
     * @param key its key
     * @param value its value
     * @return this builder
     */
    B podLabel(String key, String value);

    /**
     * Adds an annotation to the pods.
     *
     * @param key its key
     * @param value its value
     * @return this builder
     */
    B podAnnotation(String key, String value);

    /**
     * Adds a container, or changes the one of that name.
     *
     * @param name its name, unique in the pod
     * @param description says what it runs; of one that is there already, what is to be different
     * @return this builder
     */
    default B container(String name, Consumer<ContainerBuilder> description) {
        return podSpec(spec -> spec.containers(described(spec.build().containers(), name, description)));
    }

    /**
     * Adds a container that runs to its end before the others start, or changes the one of that name.
     *
     * @param name its name, unique in the pod
     * @param description says what it runs; of one that is there already, what is to be different
     * @return this builder
     */
    default B initContainer(String name, Consumer<ContainerBuilder> description) {
        return podSpec(spec -> spec.initContainers(described(spec.build().initContainers(), name, description)));
    }

    /**
     * Adds, or changes, a container that starts before the others and runs beside them, without keeping the pod from completing.
     *
     * @param name its name, unique in the pod
     * @param description says what it runs; of one that is there already, what is to be different
     * @return this builder
     */
    default B sidecar(String name, Consumer<ContainerBuilder> description) {
        return initContainer(name, description.andThen(container -> container.restartPolicy("Always")));
    }

    /**
     * Adds a volume, which containers mount by its name.
     *
     * @param name its name, unique in the pod
     * @param source says what is in it
     * @return this builder
     */
    default B volume(String name, Consumer<VolumeBuilder> source) {
        return podSpec(spec -> spec.volume(volume -> source.accept(volume.name(name))));
    }

    /**
     * Runs the pods on nodes of one container runtime: selects the nodes by {@link WellKnown#RUNTIME}, and tolerates the taint that
     * keeps other pods off them.
     *
     * @param runtime the runtime's name, such as {@code process}, {@code jvm} or {@code simulated}
     * @return this builder
     */
    default B runtime(String runtime) {
        return podSpec(spec -> spec.nodeSelector(WellKnown.RUNTIME, runtime)
                .toleration(toleration ->
                        toleration.key(WellKnown.RUNTIME).operator("Equal").value(runtime)));
    }

    /**
     * Runs the pods on nodes that carry a label.
     *
     * @param key its key
     * @param value its value
     * @return this builder
     */
    default B onNodesWith(String key, String value) {
        return podSpec(spec -> spec.nodeSelector(key, value));
    }

    /**
     * Says what becomes of containers that end.
     *
     * @param policy {@code Always}, {@code OnFailure} or {@code Never}
     * @return this builder
     */
    default B restartPolicy(String policy) {
        return podSpec(spec -> spec.restartPolicy(policy));
    }

    /**
     * Says how long containers may take to end once they are asked to.
     *
     * @param period a whole number of seconds, at least 0
     * @return this builder
     * @throws IllegalArgumentException if it is negative or has a fraction of a second
     */
    default B terminationGrace(Duration period) {
        if (period.isNegative() || period.toNanosPart() != 0) {
            throw new IllegalArgumentException(
                    "terminationGrace must be a whole number of seconds, at least 0, was " + period);
        }
        return podSpec(spec -> spec.terminationGracePeriodSeconds(period.toSeconds()));
    }

    private static List<Container> described(
            List<Container> present, String name, Consumer<ContainerBuilder> description) {
        var containers = new ArrayList<>(present);
        for (int i = 0; i < containers.size(); i++) {
            if (containers.get(i).name().equals(name)) {
                containers.set(i, containers.get(i).with(description));
                return containers;
            }
        }
        var added = new ContainerBuilder().name(name);
        description.accept(added);
        containers.add(added.build());
        return containers;
    }
}
