package io.podium.api.core;

/** Makes a {@link ConfigMap}, field by field. Not safe for use by several threads. */
public final class ConfigMapBuilder extends ConfigMapBuilderBase<ConfigMapBuilder> {

    /** A builder of a {@code ConfigMap} in which nothing is said yet. */
    public ConfigMapBuilder() {}

    @Override
    ConfigMapBuilder self() {
        return this;
    }
}
