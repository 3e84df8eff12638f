package io.podium.api.batch;

import io.podium.api.core.DescribesPods;
import io.podium.api.core.PodSpecBuilder;
import io.podium.api.core.PodTemplateSpecBuilder;
import java.util.function.Consumer;

/** Describes a job. */
public final class JobBuilder extends JobBuilderBase<JobBuilder> implements DescribesPods<JobBuilder> {

    /** A job of which nothing is said. */
    public JobBuilder() {}

    @Override
    JobBuilder self() {
        return this;
    }

    /**
     * Says how many pods have to succeed.
     *
     * @param count at least 0
     * @return this builder
     */
    public JobBuilder completions(int count) {
        return spec(spec -> spec.completions(count));
    }

    /**
     * Says how many pods run at once.
     *
     * @param count at least 0
     * @return this builder
     */
    public JobBuilder parallelism(int count) {
        return spec(spec -> spec.parallelism(count));
    }

    /**
     * Says how many failures there may be before the job fails.
     *
     * @param count at least 0
     * @return this builder
     */
    public JobBuilder backoffLimit(int count) {
        return spec(spec -> spec.backoffLimit(count));
    }

    /**
     * Numbers its pods: each completion has an index, which its pod finds in {@code JOB_COMPLETION_INDEX}.
     *
     * @return this builder
     */
    public JobBuilder indexed() {
        return spec(spec -> spec.completionMode("Indexed"));
    }

    /**
     * Changes the template of its pods, starting from the present one.
     *
     * @param change makes the changes
     * @return this builder
     */
    public JobBuilder template(Consumer<PodTemplateSpecBuilder> change) {
        return spec(spec -> spec.template(change));
    }

    @Override
    public JobBuilder podSpec(Consumer<PodSpecBuilder> change) {
        return template(template -> template.spec(change));
    }

    @Override
    public JobBuilder podLabel(String key, String value) {
        return template(template -> template.podLabel(key, value));
    }

    @Override
    public JobBuilder podAnnotation(String key, String value) {
        return template(template -> template.podAnnotation(key, value));
    }
}
