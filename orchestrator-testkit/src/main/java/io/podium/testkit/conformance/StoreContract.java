package io.podium.testkit.conformance;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.store.Expectation;
import io.podium.api.store.Page;
import io.podium.api.store.Stamp;
import io.podium.api.store.Store;
import io.podium.api.store.StoreEvent;
import io.podium.api.store.StoreWatch;
import io.podium.api.store.StoredValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of a {@link Store} share: one store a test, and the calls that all of them make. */
abstract class StoreContract {
    private final StoreConformance suite;
    private @Nullable Store opened;

    StoreContract(StoreConformance suite) {
        this.suite = suite;
    }

    @BeforeEach
    final void openStore() {
        opened = suite.open();
    }

    @AfterEach
    final void closeStore() {
        store().close();
    }

    /** The store of this test, empty when the test begins. */
    final Store store() {
        return requireNonNull(opened);
    }

    final void pass(Duration duration) {
        suite.pass(duration);
    }

    final StoredValue put(String key, String value) {
        return store().put(key, Expectation.any(), Stamp.constant(value)).orThrow();
    }

    final StoredValue delete(String key) {
        return store().delete(key, Expectation.any()).orThrow();
    }

    static List<StoreEvent> drain(StoreWatch watch) {
        var all = new ArrayList<StoreEvent>();
        for (var batch = watch.poll(64); !batch.isEmpty(); batch = watch.poll(64)) {
            all.addAll(batch);
        }
        return all;
    }

    /** A store in another process signals a moment later. */
    static void awaitAtLeast(AtomicInteger signals, int count) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (signals.get() < count && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(signals).hasValueGreaterThanOrEqualTo(count);
    }

    static List<String> keys(Page page) {
        return page.values().stream().map(StoredValue::key).toList();
    }

    final void increment(String key) {
        for (boolean done = false; !done; ) {
            var read = store().get(key).orElseThrow();
            var next = Integer.toString(Integer.parseInt((String) read.value()) + 1);
            done = store().put(key, Expectation.at(read.modified()), Stamp.constant(next))
                    .isDone();
        }
    }

    /** Runs the same work in several threads and returns what each returned, or throws what one threw. */
    static <T> List<T> together(int workers, Work<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<T>> tasks = IntStream.range(0, workers)
                    .<Callable<T>>mapToObj(worker -> () -> work.run(worker))
                    .toList();
            var results = new ArrayList<T>();
            for (Future<T> done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        }
    }

    interface Work<T> {
        T run(int worker) throws Exception;
    }
}
