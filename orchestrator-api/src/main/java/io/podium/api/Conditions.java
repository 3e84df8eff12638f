package io.podium.api;

import io.podium.api.apps.Deployment;
import io.podium.api.batch.Job;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import java.util.List;

/** What is usually waited for. */
public final class Conditions {
    private static final List<String> PHASES = List.of("Pending", "Running", "Succeeded", "Failed");

    private Conditions() {}

    /**
     * A deployment whose rollout is complete: all replicas are updated and available, no old ones are left.
     *
     * @return the condition
     */
    public static Condition<Deployment> available() {
        return Condition.of("to be available", deployment -> {
            var status = deployment.status();
            int wanted = deployment.spec().replicasOrDefault();
            return status.observedGeneration() >= deployment.metadata().generation()
                    && status.updatedReplicas() == wanted
                    && status.replicas() == wanted
                    && status.availableReplicas() == wanted;
        });
    }

    /**
     * A job that has completed.
     *
     * @return the condition
     */
    public static Condition<Job> complete() {
        return Condition.of(
                "to be complete",
                job -> job.status().conditions().stream()
                        .anyMatch(condition -> condition.type().equals("Complete")
                                && condition.status().equals("True")));
    }

    /**
     * A job that has failed.
     *
     * @return the condition
     */
    public static Condition<Job> failed() {
        return Condition.of(
                "to have failed",
                job -> job.status().conditions().stream()
                        .anyMatch(condition -> condition.type().equals("Failed")
                                && condition.status().equals("True")));
    }

    /**
     * A pod that is ready to serve.
     *
     * @return the condition
     */
    public static Condition<Pod> ready() {
        return Condition.of(
                "to be ready",
                pod -> pod.status().conditions().stream()
                        .anyMatch(condition -> condition.type().equals("Ready")
                                && condition.status().equals("True")));
    }

    /**
     * A pod in a phase.
     *
     * @param phase {@code Pending}, {@code Running}, {@code Succeeded} or {@code Failed}
     * @return the condition
     * @throws IllegalArgumentException if it is none of these, which no pod would ever be in
     */
    public static Condition<Pod> phase(String phase) {
        if (!PHASES.contains(phase)) {
            throw new IllegalArgumentException("phase \"" + phase + "\": must be one of " + String.join(", ", PHASES));
        }
        return Condition.of("to be " + phase, pod -> pod.status().phase().equals(phase));
    }

    /**
     * A node that is ready for pods.
     *
     * @return the condition
     */
    public static Condition<Node> nodeReady() {
        return Condition.of(
                "to be ready",
                node -> node.status().conditions().stream()
                        .anyMatch(condition -> condition.type().equals("Ready")
                                && condition.status().equals("True")));
    }

    /**
     * An object that is not there.
     *
     * @param <T> its type
     * @return the condition
     */
    public static <T> Condition<T> gone() {
        return new Condition<>("to be gone", object -> false, true);
    }
}
