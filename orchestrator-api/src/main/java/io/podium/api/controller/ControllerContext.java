package io.podium.api.controller;

import io.podium.api.client.Client;
import io.podium.api.client.Lister;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;

/** What a controller is given to work with. */
public interface ControllerContext {

    /**
     * The controller's own client: its writes are seen by the listers of this context at once.
     *
     * @return a client
     */
    Client client();

    /**
     * The present objects of a kind that the controller watches or reads.
     *
     * @param kind a kind named in its {@link ControllerSpec}
     * @param <T> its type
     * @return a lister
     * @throws IllegalArgumentException if the kind is not named there
     */
    <T extends ApiObject<T>> Lister<T> lister(Kind<T> kind);

    /**
     * Time, randomness and threads.
     *
     * @return the controller's dispatcher
     */
    Dispatcher dispatcher();

    /**
     * Tells users what happened.
     *
     * @return the recorder of the controller's Events
     */
    EventRecorder events();

    /**
     * Asks for a key to be reconciled soon.
     *
     * @param key the key
     */
    void enqueue(ObjectKey key);
}
