package io.podium.apiserver.rules;

import io.podium.api.batch.Job;
import io.podium.api.batch.JobSpec;
import io.podium.api.core.Affinity;
import io.podium.api.core.PodTemplateSpec;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may change of a Job: how many pods run, whether it is suspended, and before it starts where they may run. */
final class JobChanges {
    private static final Path SPEC = Path.of("spec");

    private JobChanges() {}

    static void validate(JobSpec now, Job oldJob, Problems problems) {
        var old = oldJob.spec();
        validateCompletions(now, old, problems);
        Checks.immutable(SPEC.child("selector"), now.selector(), old.selector(), problems);
        boolean unstarted =
                Boolean.TRUE.equals(old.suspend()) && oldJob.status().startTime() == null;
        var template = unstarted ? rescheduled(now.template(), old.template()) : now.template();
        Checks.immutable(SPEC.child("template"), template, old.template(), problems);
        Checks.immutable(SPEC.child("completionMode"), now.completionMode(), old.completionMode(), problems);
        Checks.immutable(SPEC.child("podFailurePolicy"), now.podFailurePolicy(), old.podFailurePolicy(), problems);
        Checks.immutable(
                SPEC.child("backoffLimitPerIndex"), now.backoffLimitPerIndex(), old.backoffLimitPerIndex(), problems);
        Checks.immutable(SPEC.child("managedBy"), now.managedBy(), old.managedBy(), problems);
        Checks.immutable(SPEC.child("successPolicy"), now.successPolicy(), old.successPolicy(), problems);
    }

    /** An indexed Job may grow and shrink, as long as all its indexes may run at once. */
    private static void validateCompletions(JobSpec now, JobSpec old, Problems problems) {
        var path = SPEC.child("completions");
        if (!JobValidation.isIndexed(now)) {
            Checks.immutable(path, now.completions(), old.completions(), problems);
        } else if (now.completions() != null
                && !Objects.equals(now.completions(), old.completions())
                && !Objects.equals(now.completions(), now.parallelism())) {
            problems.invalid(path, now.completions(), "can only be modified in tandem with parallelism");
        }
    }

    /** The template with the old one's labels, annotations, gates and choice of nodes. */
    private static PodTemplateSpec rescheduled(PodTemplateSpec now, PodTemplateSpec old) {
        var spec = now.spec()
                .withNodeSelector(old.spec().nodeSelector())
                .withTolerations(old.spec().tolerations())
                .withSchedulingGates(old.spec().schedulingGates());
        if (differsInNodesOnly(now.spec().affinity(), old.spec().affinity())) {
            spec = spec.withAffinity(old.spec().affinity());
        }
        return now.withSpec(spec)
                .withMetadata(now.metadata()
                        .withAnnotations(old.metadata().annotations())
                        .withLabels(old.metadata().labels()));
    }

    private static boolean differsInNodesOnly(@Nullable Affinity now, @Nullable Affinity old) {
        if (now == null || old == null) {
            var other = now == null ? old : now;
            return other == null || other.podAffinity() == null && other.podAntiAffinity() == null;
        }
        return now.withNodeAffinity(old.nodeAffinity()).equals(old);
    }
}
