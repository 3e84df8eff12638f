package io.podium.apiserver.rules.pod;

import io.podium.api.core.PodTemplateSpec;
import io.podium.apiserver.validation.LabelSelectors;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;

/** The rules of pod templates, which are the same in every kind of workload. */
public final class PodTemplates {
    private PodTemplates() {}

    /**
     * Fills in what a template does not say, and drops the fields whose feature gates are off.
     *
     * @param template as it was sent
     * @return the template with Kubernetes' defaults; the same reference if nothing was missing
     */
    public static PodTemplateSpec defaults(PodTemplateSpec template) {
        var spec = DisabledFields.dropped(PodDefaults.ofTemplate(template.spec()));
        return spec == template.spec() ? template : template.withSpec(spec);
    }

    /**
     * Checks a template: its labels, its annotations and its pod spec. What a workload demands of its template beyond that (labels that
     * its selector selects, a restart policy) is the workload's own affair.
     *
     * @param template with defaults
     * @param path where the template is, usually {@code spec.template}
     * @param problems collects what is wrong
     */
    public static void validate(PodTemplateSpec template, Path path, Problems problems) {
        var metadata = template.metadata();
        LabelSelectors.checkLabels(metadata.labels(), path.child("labels"), problems);
        LabelSelectors.checkAnnotations(metadata.annotations(), path.child("annotations"), problems);
        PodSpecRules.checkAnnotations(metadata.annotations(), template.spec(), path.child("annotations"), problems);
        PodSpecRules.check(template.spec(), "", path.child("spec"), problems);
        PortRules.checkOnHost(template.spec(), false, path.child("spec"), problems);
        if (!template.spec().ephemeralContainers().isEmpty()) {
            problems.forbidden(
                    path.child("spec").child("ephemeralContainers"),
                    "ephemeral containers not allowed in pod template");
        }
    }
}
