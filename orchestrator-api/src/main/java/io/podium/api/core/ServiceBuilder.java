package io.podium.api.core;

import io.podium.api.meta.IntOrString;

/** Describes a service. */
public final class ServiceBuilder extends ServiceBuilderBase<ServiceBuilder> {

    /** A service of which nothing is said. */
    public ServiceBuilder() {}

    @Override
    ServiceBuilder self() {
        return this;
    }

    /**
     * Serves the pods that carry a label; with several, all of them.
     *
     * @param key its key
     * @param value its value
     * @return this builder
     */
    public ServiceBuilder selecting(String key, String value) {
        return spec(spec -> spec.selector(key, value));
    }

    /**
     * Serves a TCP port.
     *
     * @param port the port of the service, from 1 to 65535
     * @param targetPort the port of the pods
     * @return this builder
     */
    public ServiceBuilder port(int port, int targetPort) {
        return spec(spec -> spec.port(entry -> entry.port(port).targetPort(IntOrString.of(targetPort))));
    }

    /**
     * Serves a TCP port under a name, which is needed where there are several.
     *
     * @param name the port's name
     * @param port the port of the service, from 1 to 65535
     * @param targetPort the port of the pods
     * @return this builder
     */
    public ServiceBuilder port(String name, int port, int targetPort) {
        return spec(spec -> spec.port(entry -> entry.name(name).port(port).targetPort(IntOrString.of(targetPort))));
    }
}
