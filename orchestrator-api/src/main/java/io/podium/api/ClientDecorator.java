package io.podium.api;

import io.podium.api.client.Client;

/** Stands between the components of a cluster and its API server: measures, traces, or makes calls go wrong. */
@FunctionalInterface
public interface ClientDecorator {
    /** Leaves every client as it is. */
    ClientDecorator NONE = (component, client) -> client;

    /**
     * Makes the client that a component gets.
     *
     * @param component who will call: the name of a controller or of a node
     * @param client reaches the API server
     * @return the same client, or one around it
     */
    Client decorate(String component, Client client);
}
