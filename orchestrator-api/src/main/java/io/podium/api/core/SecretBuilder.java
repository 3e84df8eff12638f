package io.podium.api.core;

/** Makes a {@link Secret}, field by field. Not safe for use by several threads. */
public final class SecretBuilder extends SecretBuilderBase<SecretBuilder> {

    /** A builder of a {@code Secret} in which nothing is said yet. */
    public SecretBuilder() {}

    @Override
    SecretBuilder self() {
        return this;
    }
}
