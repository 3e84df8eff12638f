package io.podium.api.core;

/** Makes a {@link PodTemplateSpec}, field by field. Not safe for use by several threads. */
public final class PodTemplateSpecBuilder extends PodTemplateSpecBuilderBase<PodTemplateSpecBuilder> {

    /** A builder of a {@code PodTemplateSpec} in which nothing is said yet. */
    public PodTemplateSpecBuilder() {}

    @Override
    PodTemplateSpecBuilder self() {
        return this;
    }
}
