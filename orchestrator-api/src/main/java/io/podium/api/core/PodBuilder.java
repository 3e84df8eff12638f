package io.podium.api.core;

import java.util.function.Consumer;

/** Describes a pod. */
public final class PodBuilder extends PodBuilderBase<PodBuilder> implements DescribesPods<PodBuilder> {

    /** A pod of which nothing is said. */
    public PodBuilder() {}

    @Override
    PodBuilder self() {
        return this;
    }

    @Override
    public PodBuilder podSpec(Consumer<PodSpecBuilder> change) {
        return spec(change);
    }

    @Override
    public PodBuilder podLabel(String key, String value) {
        return label(key, value);
    }

    @Override
    public PodBuilder podAnnotation(String key, String value) {
        return annotation(key, value);
    }
}
