package io.podium.store.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.store.Expectation;
import io.podium.api.store.Stamp;
import io.podium.dispatch.SystemDispatcher;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryStoreTimesTest {
    private final Dispatcher dispatcher = SystemDispatcher.start("store");
    private final MemoryStore store = new MemoryStore(dispatcher);

    @AfterEach
    void close() {
        store.close();
        dispatcher.close();
    }

    @Test
    void aValueMayLiveLongerThanClocksGo() {
        var calls = new AtomicInteger();
        try (var watch = store.watch("/events/", store.revision(), calls::incrementAndGet)) {
            watch.poll(1); // arms it

            store.put("/events/e", Expectation.absent(), Stamp.constant("1"), Duration.ofSeconds(Long.MAX_VALUE))
                    .orThrow();

            assertThat(calls).hasValue(1);
            assertThat(watch.poll(1)).hasSize(1);
            assertThat(store.get("/events/e")).isPresent();
        }
    }
}
