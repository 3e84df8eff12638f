package io.podium.controller.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.client.Client;
import io.podium.api.client.ListOptions;
import io.podium.api.client.WatchOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.controller.Keys;
import io.podium.api.controller.Result;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Event;
import io.podium.api.core.Secret;
import io.podium.api.dispatch.Dispatcher;
import io.podium.apiserver.ApiServer;
import io.podium.apiserver.admission.AdmissionChain;
import io.podium.apiserver.rules.RuleBook;
import io.podium.dispatch.SystemDispatcher;
import io.podium.events.ClientEventRecorder;
import io.podium.store.memory.MemoryStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningControllerTest {
    private final Dispatcher dispatcher = SystemDispatcher.start("test");
    private final MemoryStore store = new MemoryStore(dispatcher);
    private final ApiServer server = new ApiServer(store, dispatcher, new RuleBook(), new AdmissionChain());
    private final Client client = server.client("test");

    @AfterEach
    void close() {
        dispatcher.close();
        server.close();
        store.close();
        assertThat(dispatcher.liveTasks()).isEmpty();
    }

    @Test
    void copiesEachMapIntoASecretWhicheverCameFirst() throws InterruptedException {
        var done = new CountDownLatch(3);
        client.create(ConfigMap.named("early").build(), WriteOptions.PLAIN);
        var copier = ControllerSpec.named("copier")
                .watches(ConfigMap.KIND, Keys.self())
                .reads(Secret.KIND)
                .workers(2)
                .reconciles(context -> key -> {
                    if (context.lister(Secret.KIND).find(key).isEmpty()) {
                        context.client()
                                .create(
                                        Secret.named(key.name())
                                                .namespace(key.namespace())
                                                .build(),
                                        WriteOptions.PLAIN);
                        assertThat(context.lister(Secret.KIND).find(key)).isPresent();
                        done.countDown();
                    }
                    return Result.done();
                });

        try (var running = RunningController.start(copier, client, dispatcher)) {
            client.create(ConfigMap.named("late").build(), WriteOptions.PLAIN);
            client.create(ConfigMap.named("later").build(), WriteOptions.PLAIN);
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(client.list(Secret.KIND, "default", ListOptions.ALL).items())
                .extracting(Secret::name)
                .containsExactly("early", "late", "later");
    }

    @Test
    void triesAgainAfterAFailureAndLaterWhenAsked() throws InterruptedException {
        var calls = new AtomicInteger();
        var done = new CountDownLatch(1);
        var flaky = ControllerSpec.named("flaky")
                .watches(ConfigMap.KIND, Keys.self())
                .reconciles(context -> key -> switch (calls.incrementAndGet()) {
                    case 1 -> throw new IllegalStateException("once");
                    case 2 -> Result.requeueAfter(Duration.ofMillis(1));
                    default -> {
                        done.countDown();
                        yield Result.done();
                    }
                });

        client.create(ConfigMap.named("a").build(), WriteOptions.PLAIN);
        try (var running = RunningController.start(flaky, client, dispatcher)) {
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(calls).hasValue(3);
    }

    @Test
    void countsEventsThatAreAlike() throws InterruptedException {
        var about = client.create(ConfigMap.named("a").build(), WriteOptions.PLAIN);
        var recorder = new ClientEventRecorder(client.as("teller"), dispatcher);
        var seen = client.watch(Event.KIND, "default", WatchOptions.ALL);

        recorder.normal(about, "Told", "something");
        recorder.normal(about, "Told", "something");

        Event last = null;
        while (last == null || last.count() < 2) {
            var events = seen.next(Duration.ofSeconds(60));
            assertThat(events).isNotEmpty();
            last = events.getLast().object();
        }
        seen.close();
        assertThat(last.reason()).isEqualTo("Told");
        assertThat(last.source().component()).isEqualTo("teller");
        assertThat(last.involvedObject().name()).isEqualTo("a");
    }
}
