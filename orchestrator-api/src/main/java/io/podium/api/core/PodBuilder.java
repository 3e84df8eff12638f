package io.podium.api.core;

/** Makes a {@link Pod}, field by field. Not safe for use by several threads. */
public final class PodBuilder extends PodBuilderBase<PodBuilder> {

    /** A builder of a {@code Pod} in which nothing is said yet. */
    public PodBuilder() {}

    @Override
    PodBuilder self() {
        return this;
    }
}
