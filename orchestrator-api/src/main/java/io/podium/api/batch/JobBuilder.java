package io.podium.api.batch;

/** Makes a {@link Job}, field by field. Not safe for use by several threads. */
public final class JobBuilder extends JobBuilderBase<JobBuilder> {

    /** A builder of a {@code Job} in which nothing is said yet. */
    public JobBuilder() {}

    @Override
    JobBuilder self() {
        return this;
    }
}
