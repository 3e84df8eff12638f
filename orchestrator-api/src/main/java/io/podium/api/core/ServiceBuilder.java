package io.podium.api.core;

/** Makes a {@link Service}, field by field. Not safe for use by several threads. */
public final class ServiceBuilder extends ServiceBuilderBase<ServiceBuilder> {

    /** A builder of a {@code Service} in which nothing is said yet. */
    public ServiceBuilder() {}

    @Override
    ServiceBuilder self() {
        return this;
    }
}
