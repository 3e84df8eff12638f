package io.podium.api.core;

/** Makes a {@link Node}, field by field. Not safe for use by several threads. */
public final class NodeBuilder extends NodeBuilderBase<NodeBuilder> {

    /** A builder of a {@code Node} in which nothing is said yet. */
    public NodeBuilder() {}

    @Override
    NodeBuilder self() {
        return this;
    }
}
