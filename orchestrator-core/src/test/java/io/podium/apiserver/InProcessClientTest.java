package io.podium.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.ListOptions;
import io.podium.api.client.Scope;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.ConfigMap;
import io.podium.api.dispatch.Dispatcher;
import io.podium.apiserver.admission.AdmissionChain;
import io.podium.apiserver.rules.RuleBook;
import io.podium.dispatch.SystemDispatcher;
import io.podium.store.memory.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InProcessClientTest {
    private final Dispatcher dispatcher = SystemDispatcher.start("client");
    private final MemoryStore store = new MemoryStore(dispatcher);
    private final ApiServer server = new ApiServer(store, dispatcher, new RuleBook(), new AdmissionChain());
    private final Client client = server.client("test");

    @AfterEach
    void close() {
        server.close();
        store.close();
        dispatcher.close();
    }

    @Test
    void whoDeletesACollectionSeesItGone() {
        client.create(ConfigMap.named("a").build(), WriteOptions.PLAIN);
        client.create(ConfigMap.named("held").finalizer("podium.io/test").build(), WriteOptions.PLAIN);
        try (var follower = client.follow(ConfigMap.KIND, Scope.ALL)) {
            follower.advance();

            client.deleteCollection(ConfigMap.KIND, "default", ListOptions.ALL, DeleteOptions.PLAIN);

            assertThat(follower.lister().all())
                    .singleElement()
                    .satisfies(held -> assertThat(held.isTerminating()).isTrue());
        }
    }
}
