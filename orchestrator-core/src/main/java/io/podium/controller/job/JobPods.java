package io.podium.controller.job;

import io.podium.api.batch.Job;
import io.podium.api.core.Pod;
import io.podium.controller.kit.Pods;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    boolean isSuspended() {
        return Boolean.TRUE.equals(job.spec().suspend());
    }

    /** Whether a pod that is being deleted is replaced only once it has ended. */
    boolean replacesOnlyFailed() {
        return "Failed".equals(job.spec().podReplacementPolicy()) || job.spec().podFailurePolicy() != null;
    }

    List<Pod> active() {
        return pods.stream().filter(Pods::isActive).toList();
    }

    List<Pod> terminating() {
        return pods.stream()
                .filter(pod -> pod.isTerminating() && !Pods.hasEnded(pod))
                .toList();
    }

    int ready() {
        return (int) active().stream().filter(Pods::isReady).count();
    }

    /** Whether a pod counts as failed: it has, or is on its way out and not waited for. */
    boolean isFailed(Pod pod) {
        var phase = pod.status().phase();
        return phase.equals("Failed") || pod.isTerminating() && !phase.equals("Succeeded") && !replacesOnlyFailed();
    }

    /** The pods that have not been counted for good. */
    List<Pod> tracked() {
        return pods.stream().filter(JobPods::isTracked).toList();
    }

    static boolean isTracked(Pod pod) {
        return pod.metadata().finalizers().contains(TRACKING);
    }

    /** How many pods should run, given how many have succeeded. */
    int wanted(int succeeded) {
        if (isSuspended()) {
            return 0;
        }
        int parallelism = job.spec().parallelism() == null ? 1 : job.spec().parallelism();
        var completions = job.spec().completions();
        if (completions == null) {
            return succeeded > 0 ? active().size() : parallelism;
        }
        return Math.max(0, Math.min(parallelism, completions - succeeded));
    }

    boolean hasSucceeded(int succeeded) {
        var completions = job.spec().completions();
        return completions == null ? succeeded > 0 && active().isEmpty() : succeeded >= completions;
    }

    /** How often containers were restarted in place. */
    int restarts() {
        return pods.stream()
                .filter(pod -> !Pods.hasEnded(pod))
                .flatMap(pod -> Stream.concat(
                        pod.status().initContainerStatuses().stream(), pod.status().containerStatuses().stream()))
                .mapToInt(status -> status.restartCount())
                .sum();
    }

    BitSet activeIndexes() {
        return indexesOf(active());
    }

    BitSet indexesOf(List<Pod> some) {
        var indexes = new BitSet();
        some.forEach(pod -> validIndexOf(pod).ifPresent(indexes::set));
        return indexes;
    }

    /** How many indexes there are. */
    int completions() {
        return job.spec().completions() == null ? 0 : job.spec().completions();
    }

    /** The indexes that a text of the status names; a job that has become smaller knows fewer. */
    BitSet known(@Nullable String text) {
        var indexes = Indexes.parse(text);
        indexes.clear(completions(), Math.max(completions(), indexes.length()));
        return indexes;
    }

    /** The index of a pod, if it has one that the job knows. */
    Optional<Integer> validIndexOf(Pod pod) {
        return Optional.ofNullable(pod.annotation(INDEX))
                .flatMap(Indexes::number)
                .filter(index -> index < completions());
    }

    /** Whether a pod is one that the job counts at all. */
    boolean isValid(Pod pod) {
        return !isIndexed() || validIndexOf(pod).isPresent();
    }
}
