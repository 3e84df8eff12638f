package io.podium.controller.job;

import io.podium.api.batch.Job;
import io.podium.api.core.Pod;
import io.podium.controller.kit.Pods;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A job and the pods that it controls. Pure: it answers questions.
 *
 * @param job the job
 * @param pods its pods
 */
record JobPods(Job job, List<Pod> pods) {
    static final String TRACKING = "batch.kubernetes.io/job-tracking";
    static final String INDEX = "batch.kubernetes.io/job-completion-index";

    boolean isIndexed() {
        return "Indexed".equals(job.spec().completionMode());
    }

    List<Pod> active() {
        return pods.stream().filter(Pods::isActive).toList();
    }

    int terminating() {
        return (int) pods.stream()
                .filter(pod -> pod.isTerminating() && !Pods.hasEnded(pod))
                .count();
    }

    int ready() {
        return (int) active().stream().filter(Pods::isReady).count();
    }

    /** The pods that have ended and have not been counted for good. */
    List<Pod> tracked(String phase) {
        return pods.stream()
                .filter(pod -> pod.metadata().finalizers().contains(TRACKING))
                .filter(pod -> pod.status().phase().equals(phase))
                .toList();
    }

    Optional<Pod> find(String uid) {
        return pods.stream().filter(pod -> pod.uid().equals(uid)).findFirst();
    }

    /** How many pods should run, given how many have succeeded. */
    int wanted(int succeeded, int active) {
        if (Boolean.TRUE.equals(job.spec().suspend())) {
            return 0;
        }
        int parallelism = job.spec().parallelism() == null ? 1 : job.spec().parallelism();
        var completions = job.spec().completions();
        if (completions == null) {
            return succeeded > 0 ? Math.min(active, parallelism) : parallelism;
        }
        return Math.max(0, Math.min(parallelism, completions - succeeded));
    }

    boolean hasSucceeded(int succeeded, int active) {
        var completions = job.spec().completions();
        return completions == null ? succeeded > 0 && active == 0 : succeeded >= completions;
    }

    /** How often containers were restarted in place. */
    int restarts() {
        return active().stream()
                .flatMap(pod -> pod.status().containerStatuses().stream())
                .mapToInt(status -> status.restartCount())
                .sum();
    }

    BitSet activeIndexes() {
        var indexes = new BitSet();
        active().forEach(pod -> indexOf(pod).ifPresent(indexes::set));
        return indexes;
    }

    static Optional<Integer> indexOf(Pod pod) {
        var text = pod.annotation(INDEX);
        try {
            return text == null ? Optional.empty() : Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
