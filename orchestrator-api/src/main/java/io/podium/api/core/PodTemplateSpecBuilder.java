package io.podium.api.core;

import java.util.function.Consumer;

/** Describes the pods of a workload. */
public final class PodTemplateSpecBuilder extends PodTemplateSpecBuilderBase<PodTemplateSpecBuilder>
        implements DescribesPods<PodTemplateSpecBuilder> {

    /** A template of which nothing is said. */
    public PodTemplateSpecBuilder() {}

    @Override
    PodTemplateSpecBuilder self() {
        return this;
    }

    @Override
    public PodTemplateSpecBuilder podSpec(Consumer<PodSpecBuilder> change) {
        return spec(change);
    }

    @Override
    public PodTemplateSpecBuilder podLabel(String key, String value) {
        return metadata(metadata -> metadata.label(key, value));
    }

    @Override
    public PodTemplateSpecBuilder podAnnotation(String key, String value) {
        return metadata(metadata -> metadata.annotation(key, value));
    }
}
