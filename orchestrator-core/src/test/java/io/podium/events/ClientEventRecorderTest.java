package io.podium.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.client.Client;
import io.podium.api.client.WatchOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Event;
import io.podium.apiserver.TestServer;
import io.podium.apiserver.rules.RuleBook;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientEventRecorderTest {
    private final TestServer server = new TestServer(new RuleBook());
    private final Client client = server.client("test");

    @AfterEach
    void close() {
        server.close();
    }

    /** The name of an Event begins with its object's, which may have a dash just where it is cut. */
    @Test
    void tellsOfObjectsWithLongNames() throws InterruptedException {
        var name = "a".repeat(235) + "-" + "b".repeat(10);
        var about = client.create(ConfigMap.named(name).build(), WriteOptions.PLAIN);
        try (var seen = client.watch(Event.KIND, "default", WatchOptions.ALL)) {

            new ClientEventRecorder(client.as("teller"), server.dispatcher()).normal(about, "Told", "something");

            assertThat(seen.next(Duration.ofSeconds(20)))
                    .singleElement()
                    .satisfies(news ->
                            assertThat(news.object().involvedObject().name()).isEqualTo(name));
        }
    }
}
