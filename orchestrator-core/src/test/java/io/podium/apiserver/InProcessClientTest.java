package io.podium.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.ListOptions;
import io.podium.api.client.Scope;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.ConfigMap;
import io.podium.apiserver.rules.RuleBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InProcessClientTest {
    private final TestServer server = new TestServer(new RuleBook());
    private final Client client = server.client("test");

    @AfterEach
    void close() {
        server.close();
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
