package io.podium.api.apps;

/** Makes a {@link ReplicaSet}, field by field. Not safe for use by several threads. */
public final class ReplicaSetBuilder extends ReplicaSetBuilderBase<ReplicaSetBuilder> {

    /** A builder of a {@code ReplicaSet} in which nothing is said yet. */
    public ReplicaSetBuilder() {}

    @Override
    ReplicaSetBuilder self() {
        return this;
    }
}
