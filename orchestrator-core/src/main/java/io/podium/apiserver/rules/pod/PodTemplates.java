package io.podium.apiserver.rules.pod;

import io.podium.api.core.PodTemplateSpec;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;

/** The rules of pod templates, which are the same in every kind of workload. */
public final class PodTemplates {
    private PodTemplates() {}

    /**
     * Fills in what a template does not say.
     *
     * @param template as it was sent
     * @return the template with Kubernetes' defaults; the same reference if nothing was missing
     */
    public static PodTemplateSpec defaults(PodTemplateSpec template) {
        return template;
    }

    /**
     * Checks a template: its labels, its annotations and its pod spec. What a workload demands of its template beyond that (labels that
     * its selector selects, a restart policy) is the workload's own affair.
     *
     * @param template with defaults
     * @param path where the template is, usually {@code spec.template}
     * @param problems collects what is wrong
     */
    public static void validate(PodTemplateSpec template, Path path, Problems problems) {}
}
