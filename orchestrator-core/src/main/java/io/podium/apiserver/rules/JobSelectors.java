package io.podium.apiserver.rules;

import io.podium.api.batch.Job;
import io.podium.api.meta.LabelSelectorBuilder;
import io.podium.api.meta.Sorted;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.Map;

/** The labels that a Job gives its pods, and the selector made of them. */
final class JobSelectors {
    private static final String UID = "batch.kubernetes.io/controller-uid";
    private static final String NAME = "batch.kubernetes.io/job-name";
    private static final String OLD_UID = "controller-uid";
    private static final String OLD_NAME = "job-name";
    private static final Path SPEC = Path.of("spec");
    private static final Path LABELS = SPEC.child("template").child("metadata").child("labels");

    private JobSelectors() {}

    /** The Job with labels and a selector; what it says of them itself is kept, and refused later if it is something else. */
    static Job generated(Job job) {
        var template = job.spec().template();
        var said = template.metadata().labels();
        var labels = Sorted.withAll(owned(job), said);
        var selector = job.spec().selector() == null
                ? new LabelSelectorBuilder().build()
                : job.spec().selector();
        if (!selector.matchLabels().containsKey(UID)) {
            selector = selector.withMatchLabels(Sorted.with(selector.matchLabels(), UID, job.uid()));
        }
        var own = job.metadata().labels();
        boolean inherits = !own.isEmpty() && own.equals(said);
        return (inherits ? job.withMetadata(job.metadata().withLabels(labels)) : job)
                .withSpec(job.spec()
                        .withSelector(selector)
                        .withTemplate(template.withMetadata(template.metadata().withLabels(labels))));
    }

    static void validateGenerated(Job job, Problems problems) {
        var selector = job.spec().selector();
        if (Boolean.TRUE.equals(job.spec().manualSelector()) || selector == null) {
            return;
        }
        var labels = job.spec().template().metadata().labels();
        owned(job).forEach((key, value) -> {
            var present = labels.get(key);
            if (present == null) {
                problems.required(LABELS.key(key), "must be '" + value + "'");
            } else if (!present.equals(value)) {
                problems.invalid(LABELS.key(key), labels, "must be '" + value + "'");
            }
        });
        var parsed = WorkloadSelectors.parsed(selector);
        if (parsed != null && !parsed.matches(owned(job))) {
            problems.invalid(SPEC.child("selector"), selector, "`selector` not auto-generated");
        }
    }

    private static Map<String, String> owned(Job job) {
        return Sorted.<String>builder()
                .put(UID, job.uid())
                .put(NAME, job.name())
                .put(OLD_UID, job.uid())
                .put(OLD_NAME, job.name())
                .build();
    }
}
