package io.podium.api.core;

/** Makes a {@link Container}, field by field. Not safe for use by several threads. */
public final class ContainerBuilder extends ContainerBuilderBase<ContainerBuilder> {

    /** A builder of a {@code Container} in which nothing is said yet. */
    public ContainerBuilder() {}

    @Override
    ContainerBuilder self() {
        return this;
    }
}
