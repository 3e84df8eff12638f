package io.podium.apiserver.rules;

import io.podium.api.core.PodTemplateSpec;
import io.podium.api.meta.LabelSelector;
import io.podium.apiserver.rules.pod.PodTemplates;
import io.podium.apiserver.validation.LabelSelectors;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What workloads that keep a number of pods running demand of their selector and their template. */
final class ReplicatedTemplates {
    private static final Path SPEC = Path.of("spec");
    private static final Path SELECTOR = SPEC.child("selector");
    private static final Path TEMPLATE = SPEC.child("template");

    private ReplicatedTemplates() {}

    /**
     * Checks selector and template.
     *
     * @param selector which pods are the workload's
     * @param template what new pods are made from
     * @param replicas how many there are to be
     * @param emptySelector what is wrong with a selector that selects everything
     * @param problems collects what is wrong
     */
    static void validate(
            @Nullable LabelSelector selector,
            PodTemplateSpec template,
            int replicas,
            String emptySelector,
            Problems problems) {
        if (selector == null) {
            problems.required(SELECTOR, "");
        } else {
            LabelSelectors.check(selector, SELECTOR, problems);
            if (WorkloadSelectors.isEmpty(selector)) {
                problems.invalid(SELECTOR, selector, emptySelector);
            }
        }
        var parsed = WorkloadSelectors.parsed(selector);
        if (selector != null && parsed == null) {
            problems.invalid(SELECTOR, selector, "invalid label selector");
            return;
        }
        boolean selectsAll = selector != null && WorkloadSelectors.isEmpty(selector);
        if (!selectsAll
                && (parsed == null || !parsed.matches(template.metadata().labels()))) {
            problems.invalid(
                    TEMPLATE.child("metadata").child("labels"),
                    template.metadata().labels(),
                    "`selector` does not match template `labels`");
        }
        PodTemplates.validate(template, TEMPLATE, problems);
        validateLongLived(template, replicas, problems);
    }

    private static void validateLongLived(PodTemplateSpec template, int replicas, Problems problems) {
        var spec = template.spec();
        if (!spec.restartPolicy().equals("Always")) {
            problems.notSupported(
                    TEMPLATE.child("spec").child("restartPolicy"), spec.restartPolicy(), List.of("Always"));
        }
        if (spec.activeDeadlineSeconds() != null) {
            problems.forbidden(
                    TEMPLATE.child("spec").child("activeDeadlineSeconds"),
                    "activeDeadlineSeconds in ReplicaSet is not Supported");
        }
        if (replicas > 1) {
            validateSharedDisks(template, problems);
        }
    }

    /** A disk that only one machine may write cannot be written by several pods. */
    private static void validateSharedDisks(PodTemplateSpec template, Problems problems) {
        var volumes = template.spec().volumes();
        for (int i = 0; i < volumes.size(); i++) {
            var disk = volumes.get(i).gcePersistentDisk();
            if (disk != null && !disk.readOnly()) {
                problems.invalid(
                        TEMPLATE.child("spec")
                                .child("volumes")
                                .index(i)
                                .child("gcePersistentDisk")
                                .child("readOnly"),
                        false,
                        "must be true for replicated pods > 1; GCE PD can only be mounted on multiple machines if it is read-only");
            }
        }
    }
}
