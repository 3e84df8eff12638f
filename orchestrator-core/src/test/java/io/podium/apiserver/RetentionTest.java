package io.podium.apiserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.ListOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.Event;
import io.podium.api.core.EventBuilder;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ObjectKey;
import io.podium.apiserver.admission.AdmissionChain;
import io.podium.apiserver.rules.BuiltInRules;
import io.podium.dispatch.SystemDispatcher;
import io.podium.store.memory.MemoryStore;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many Events are kept. */
class RetentionTest {
    private static final int MOST = 3;

    private final Dispatcher dispatcher = SystemDispatcher.start("test");
    private final MemoryStore store = new MemoryStore(dispatcher);
    private final ApiServer server = server();
    private final Client client = server.client("test");

    @AfterEach
    void close() {
        server.close();
        store.close();
        dispatcher.close();
    }

    @Test
    void dropsTheEventThatWasWrittenLongestAgo() {
        for (var name : List.of("a", "b", "c", "d", "e")) {
            create(client, name);
        }

        assertThat(names(client)).containsExactly("c", "d", "e");
    }

    @Test
    void keepsAnEventThatWasSeenAgain() {
        for (var name : List.of("a", "b", "c")) {
            create(client, name);
        }
        var again = client.get(Event.KIND, ObjectKey.of("default", "a"));
        client.update(again.withCount(2), WriteOptions.PLAIN);

        create(client, "d");

        assertThat(names(client)).containsExactly("a", "c", "d");
    }

    @Test
    void passesOverWhatIsGoneAlready() {
        for (var name : List.of("a", "b", "c")) {
            create(client, name);
        }
        client.delete(Event.KIND, ObjectKey.of("default", "a"), DeleteOptions.PLAIN);

        create(client, "d");

        assertThat(names(client)).containsExactly("b", "c", "d");
    }

    @Test
    void countsWhatWasStoredBefore() {
        for (var name : List.of("a", "b", "c")) {
            create(client, name);
        }
        try (var later = server()) {
            create(later.client("later"), "d");

            assertThat(names(later.client("later"))).containsExactly("b", "c", "d");
        }
    }

    private ApiServer server() {
        return new ApiServer(store, dispatcher, BuiltInRules.book(MOST), new AdmissionChain());
    }

    private static void create(Client client, String name) {
        client.create(
                new EventBuilder()
                        .name(name)
                        .namespace("default")
                        .involvedObject(object ->
                                object.kind("Pod").namespace("default").name("web"))
                        .type("Normal")
                        .reason("Tested")
                        .build(),
                WriteOptions.PLAIN);
    }

    private static List<String> names(Client client) {
        return client.list(Event.KIND, "default", ListOptions.ALL).items().stream()
                .map(Event::name)
                .toList();
    }
}
