package io.podium.benchmarks;

import io.podium.api.store.CompactedException;
import io.podium.api.store.Expectation;
import io.podium.api.store.RangeQuery;
import io.podium.api.store.Revision;
import io.podium.api.store.Store;
import io.podium.api.store.StoreWatch;
import io.podium.dispatch.SystemDispatcher;
import io.podium.store.memory.MemoryStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * The memory store by itself: puts and gets at {@value #KEYS} random pod keys with {@value #WATCHERS} watches that read
 * along and the standard history kept, beside a {@link TreeMap} in the same run; and how late the last of {@value
 * #CROWD} watches is called. Rates are of one thread, medians of {@value #ROUNDS} rounds.
 */
public final class StoreBenchmark {
    private static final int KEYS = 100_000;
    private static final int WATCHERS = 10;
    private static final int CROWD = 1_000;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = 7;
    private static final int OPERATIONS = 1_000_000;

    private final String[] keys = podKeys();
    private final int[] order =
            new SplittableRandom(2).ints(OPERATIONS, 0, KEYS).toArray();

    /** What a write stores: small, so that the store is measured and not the allocation of pods. */
    private record Pod(String key, Revision resourceVersion) {}

    private StoreBenchmark() {}

    /**
     * Prints the figures.
     *
     * @param args none
     * @throws InterruptedException if the program is interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        var benchmark = new StoreBenchmark();
        benchmark.measureRates();
        benchmark.measureLag();
    }

    private void measureRates() throws InterruptedException {
        var tree = new TreeMap<String, Object>();
        try (var dispatcher = SystemDispatcher.start("benchmark");
                var store = new MemoryStore(dispatcher)) {
            fill(store, tree);
            var puts = rates(() -> putIntoTree(tree), () -> put(store));
            var gets = rates(() -> getFromTree(tree), () -> get(store));
            Figure.of("store.put.no-watch", puts[1], "1/s", puts[0]).print();
            Figure.of("store.get.no-watch", gets[1], "1/s", gets[0]).print();
            try (var readers = new Readers(store, WATCHERS)) {
                puts = rates(() -> putIntoTree(tree), () -> put(store));
                Figure.of("store.put.10-watches", puts[1], "1/s", puts[0]).print();
                gets = rates(() -> getFromTree(tree), () -> get(store));
                Figure.of("store.get.10-watches", gets[1], "1/s", gets[0]).print();
                readers.report();
            }
            puts = rates(() -> putIntoTree(tree), () -> putAndSnapshot(store));
            Figure.of("store.put.after-each-snapshot", puts[1], "1/s", puts[0]).print();
            Figure.of("store.list.500-of-100000", rates(() -> list(store))[0], "values/s")
                    .print();
        }
    }

    /** 100 events a second for five seconds; each watch is called on a thread of its own. */
    private void measureLag() throws InterruptedException {
        try (var dispatcher = SystemDispatcher.start("benchmark");
                var store = new MemoryStore(dispatcher);
                var crowd = new Crowd(store)) {
            var millis = new double[500];
            for (int round = -100; round < millis.length; round++) {
                long start = System.nanoTime();
                store.put(keys[round + 100], Expectation.any(), at -> at);
                double late = crowd.awaitAll(start);
                if (round >= 0) {
                    millis[round] = late;
                }
                LockSupport.parkNanos(start + 10_000_000 - System.nanoTime());
            }
            Arrays.sort(millis);
            Figure.of("store.watch.last-of-1000.p50", millis[250], "ms").print();
            Figure.of("store.watch.last-of-1000.p99", millis[495], "ms", 5).print();
        }
    }

    private void fill(Store store, TreeMap<String, Object> tree) {
        for (var key : keys) {
            store.put(key, Expectation.any(), at -> new Pod(key, at));
            tree.put(key, new Pod(key, Revision.FIRST));
        }
    }

    private long put(Store store) {
        for (int i : order) {
            var key = keys[i];
            store.put(key, Expectation.any(), at -> new Pod(key, at));
        }
        return OPERATIONS;
    }

    private long putAndSnapshot(MemoryStore store) {
        for (int i = 0; i < OPERATIONS / 4; i++) {
            var key = keys[order[i]];
            store.put(key, Expectation.any(), at -> new Pod(key, at));
            store.snapshot().close();
        }
        return OPERATIONS / 4;
    }

    private long get(Store store) {
        long found = 0;
        for (int i : order) {
            found += store.get(keys[i]).isPresent() ? 1 : 0;
        }
        return found;
    }

    private long list(Store store) {
        long values = 0;
        for (int i = 0; i < 1_000; i++) {
            values += store.range(RangeQuery.between(keys[order[i]], "/q").limit(500))
                    .values()
                    .size();
        }
        return values;
    }

    private long putIntoTree(TreeMap<String, Object> tree) {
        for (int i : order) {
            tree.put(keys[i], new Pod(keys[i], Revision.FIRST));
        }
        return OPERATIONS;
    }

    private long getFromTree(TreeMap<String, Object> tree) {
        long found = 0;
        for (int i : order) {
            found += tree.get(keys[i]) == null ? 0 : 1;
        }
        return found;
    }

    /** The median rate of each work; rounds of one and the other alternate, so that both see the same machine. */
    private static double[] rates(LongSupplier... works) {
        var rounds = new double[works.length][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int work = 0; work < works.length; work++) {
                long start = System.nanoTime();
                long done = works[work].getAsLong();
                if (round >= 0) {
                    rounds[work][round] = done * 1e9 / (System.nanoTime() - start);
                }
            }
        }
        return Arrays.stream(rounds).mapToDouble(StoreBenchmark::median).toArray();
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String[] podKeys() {
        var random = new SplittableRandom(1);
        var keys = new String[KEYS];
        for (int i = 0; i < KEYS; i++) {
            keys[i] = "/pods/team-%d/web-%08x-%05d".formatted(random.nextInt(50), random.nextInt(), i);
        }
        return keys;
    }

    /** Watches with a virtual thread each, that read everything, in batches: whoever is called lets events gather for a moment. */
    private static final class Readers implements AutoCloseable {
        private static final long GATHER_NANOS = 100_000;

        private final List<Thread> threads = new ArrayList<>();
        private final AtomicBoolean done = new AtomicBoolean();
        private final AtomicLong events = new AtomicLong();
        private final AtomicLong wakes = new AtomicLong();
        private final AtomicLong expired = new AtomicLong();
        private final long start;
        private final Store store;

        Readers(Store store, int count) {
            this.store = store;
            start = store.revision().value();
            for (int i = 0; i < count; i++) {
                threads.add(Thread.ofVirtual().start(this::read));
            }
        }

        private void read() {
            var thread = Thread.currentThread();
            while (!done.get()) {
                try (var watch = store.watch("/pods/", store.revision(), () -> LockSupport.unpark(thread))) {
                    follow(watch);
                } catch (CompactedException fellBehind) {
                    expired.incrementAndGet();
                }
            }
        }

        private void follow(StoreWatch watch) {
            while (!done.get()) {
                int read = watch.poll(1_000).size();
                events.addAndGet(read);
                if (read == 0) {
                    wakes.incrementAndGet();
                    LockSupport.park();
                    LockSupport.parkNanos(GATHER_NANOS);
                }
            }
        }

        void report() {
            double written = (store.revision().value() - start) * (double) threads.size();
            Figure.of("store.watch.events-read-of-written", events.get() / written, "ratio")
                    .print();
            Figure.of("store.watch.wake-ups-per-event", wakes.get() / written, "ratio")
                    .print();
            Figure.of("store.watch.expired", expired.get(), "times").print();
        }

        @Override
        public void close() throws InterruptedException {
            done.set(true);
            for (var thread : threads) {
                LockSupport.unpark(thread);
                thread.join(Duration.ofSeconds(10));
            }
        }
    }

    /** Watches that note when they were called. */
    private static final class Crowd implements AutoCloseable {
        private final List<Thread> threads = new ArrayList<>();
        private final AtomicBoolean done = new AtomicBoolean();
        private final AtomicLong called = new AtomicLong();
        private volatile long last;
        private long expected;

        Crowd(Store store) {
            for (int i = 0; i < CROWD; i++) {
                threads.add(Thread.ofVirtual().start(() -> read(store)));
            }
        }

        private void read(Store store) {
            var thread = Thread.currentThread();
            try (var watch = store.watch("/pods/", Revision.FIRST, () -> LockSupport.unpark(thread))) {
                while (!done.get()) {
                    int read = watch.poll(100).size();
                    if (read == 0) {
                        LockSupport.park();
                    } else {
                        last = System.nanoTime();
                        called.addAndGet(read);
                    }
                }
            }
        }

        /** Milliseconds from {@code start} until the last watch had its event. */
        double awaitAll(long start) {
            expected += CROWD;
            while (called.get() < expected) {
                LockSupport.parkNanos(20_000);
            }
            return (last - start) / 1e6;
        }

        @Override
        public void close() throws InterruptedException {
            done.set(true);
            for (var thread : threads) {
                LockSupport.unpark(thread);
                thread.join(Duration.ofSeconds(10));
            }
        }
    }
}
