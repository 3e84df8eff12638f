package io.podium.agent;

import io.podium.api.core.Pod;

/** Sums up the states of a pod's containers as Kubernetes does. */
final class PodPhase {
    private PodPhase() {}

    static String of(Pod pod, PodRun run, boolean over) {
        if (run.verdict() != null) {
            return "Failed";
        }
        var before = pod.status().phase();
        if (before.equals("Failed") || before.equals("Succeeded")) {
            return before; // the last word
        }
        var phase = ofContainers(run, over);
        boolean isLast = phase.equals("Failed") || phase.equals("Succeeded");
        return over && !isLast ? "Failed" : phase;
    }

    private static String ofContainers(PodRun run, boolean over) {
        var policy = run.slots().restartPolicy();
        boolean initializing = false;
        int running = 0;
        int waiting = 0;
        int stopped = 0;
        int succeeded = 0;
        boolean initialized = run.slots().isInitialized();
        for (var slot : run.all()) {
            switch (slot.role) {
                case INIT -> {
                    boolean failed = slot.ended != null && slot.ended.exitCode() != 0;
                    if (failed && policy.equals("Never")) {
                        return "Failed";
                    }
                    initializing |= !slot.isReady() && !initialized;
                }
                case SIDECAR -> initializing |= !slot.hasStarted() && !initialized;
                case EPHEMERAL -> {}
                case MAIN -> {
                    if (slot.ended != null) {
                        stopped++;
                        succeeded += slot.ended.exitCode() == 0 ? 1 : 0;
                    } else if (slot.isRunning() && !slot.starting) {
                        running++;
                    } else if (slot.before != null) {
                        stopped++;
                    } else {
                        waiting++;
                    }
                }
            }
        }
        if (initializing) {
            return "Pending";
        }
        if (waiting > 0) {
            return "Pending";
        }
        if (running > 0) {
            return "Running";
        }
        if (over) {
            return stopped == succeeded ? "Succeeded" : "Failed";
        }
        if (policy.equals("Always")) {
            return "Running";
        }
        if (stopped == succeeded) {
            return "Succeeded";
        }
        return policy.equals("Never") ? "Failed" : "Running";
    }
}
