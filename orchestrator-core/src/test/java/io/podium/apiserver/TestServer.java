package io.podium.apiserver;

import io.podium.api.client.Client;
import io.podium.api.dispatch.Dispatcher;
import io.podium.apiserver.admission.AdmissionChain;
import io.podium.apiserver.rules.RuleBook;
import io.podium.dispatch.SystemDispatcher;
import io.podium.store.memory.MemoryStore;

/** An API server with a store and time of its own, without admission and without anybody who works on what it stores. */
public final class TestServer implements AutoCloseable {
    private final Dispatcher dispatcher = SystemDispatcher.start("test");
    private final MemoryStore store = new MemoryStore(dispatcher);
    private final ApiServer server;

    public TestServer(RuleBook rules) {
        server = new ApiServer(store, dispatcher, rules, new AdmissionChain());
    }

    public Client client(String name) {
        return server.client(name);
    }

    public Dispatcher dispatcher() {
        return dispatcher;
    }

    @Override
    public void close() {
        server.close();
        store.close();
        dispatcher.close();
    }
}
