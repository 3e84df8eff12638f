package io.podium.api.core;

/** Makes a {@link Namespace}, field by field. Not safe for use by several threads. */
public final class NamespaceBuilder extends NamespaceBuilderBase<NamespaceBuilder> {

    /** A builder of a {@code Namespace} in which nothing is said yet. */
    public NamespaceBuilder() {}

    @Override
    NamespaceBuilder self() {
        return this;
    }
}
