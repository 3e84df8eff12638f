package io.podium.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.podium.api.store.CompactedException;
import io.podium.api.store.Expectation;
import io.podium.api.store.RangeQuery;
import io.podium.api.store.Revision;
import io.podium.api.store.StoreEvent;
import io.podium.api.store.StoreWatch;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a watch sees, and when it is signalled. */
abstract class StoreWatches extends StoreContract {
    StoreWatches(StoreConformance suite) {
        super(suite);
    }

    @Test
    final void aWatchShowsCreationReplacementAndDeletionWithWhatWasBefore() {
        try (var watch = store().watch("/pods/", store().revision())) {
            var created = put("/pods/default/a", "1");
            var replaced = put("/pods/default/a", "2");
            var last = store().delete("/pods/default/a", Expectation.any(), at -> "deleted at " + at)
                    .orThrow();

            var events = watch.poll(10);

            assertThat(events)
                    .containsExactly(
                            new StoreEvent.Put(created, null),
                            new StoreEvent.Put(replaced, created),
                            new StoreEvent.Delete(last, replaced));
            assertThat(last.value()).isEqualTo("deleted at " + last.modified());
            assertThat(last.created()).isEqualTo(created.created());
            assertThat(watch.poll(10)).isEmpty();
        }
    }

    @Test
    final void aDeletionWithoutStampShowsTheValueAsItWas() {
        try (var watch = store().watch("/pods/", put("/pods/default/a", "1").modified())) {
            delete("/pods/default/a");

            assertThat(watch.poll(1)).singleElement().satisfies(event -> {
                assertThat(event).isInstanceOf(StoreEvent.Delete.class);
                assertThat(event.stored().value()).isEqualTo("1");
                assertThat(event.revision()).isEqualTo(store().revision());
            });
        }
    }

    @Test
    final void aWatchSeesItsPrefixOnly() {
        try (var watch = store().watch("/pods/a/", Revision.FIRST)) {
            put("/pods/a/x", "1");
            put("/pods/a-b/x", "1");
            put("/pods/ab", "1");
            put("/nodes/n", "1");
            put("/pods/a/y", "1");

            assertThat(watch.poll(10)).extracting(StoreEvent::key).containsExactly("/pods/a/x", "/pods/a/y");
        }
    }

    @Test
    final void aWatchBeginsInThePast() {
        put("/pods/default/a", "1");
        var second = put("/pods/default/a", "2");
        put("/pods/default/a", "3");

        try (var watch = store().watch("/pods/", second.modified())) {
            assertThat(watch.poll(10))
                    .extracting(event -> event.stored().value())
                    .containsExactly("3");
        }
    }

    @Test
    final void aWatchIsPolledInBatches() {
        try (var watch = store().watch("/pods/", store().revision())) {
            for (int i = 0; i < 5; i++) {
                put("/pods/default/" + i, "1");
            }

            assertThat(watch.poll(2)).hasSize(2);
            assertThat(watch.poll(2)).hasSize(2);
            assertThat(watch.position()).isLessThan(store().revision());
            assertThat(watch.poll(2)).hasSize(1);
            assertThat(watch.poll(2)).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> watch.poll(0));
        }
    }

    @Test
    final void aWatchBehindCompactedHistorySaysSo() {
        var start = store().revision();
        try (var watch = store().watch("/pods/", start)) {
            put("/pods/default/a", "1");
            var kept = put("/pods/default/b", "1").modified();
            store().compact(kept);

            assertThatExceptionOfType(CompactedException.class)
                    .isThrownBy(() -> watch.poll(10))
                    .withMessageContaining("list again");
            assertThatExceptionOfType(CompactedException.class).isThrownBy(() -> watch.poll(10));
            assertThatExceptionOfType(CompactedException.class)
                    .isThrownBy(() -> store().watch("/pods/", start))
                    .satisfies(gone -> {
                        assertThat(gone.requested()).isEqualTo(start);
                        assertThat(gone.compacted()).isEqualTo(kept);
                    });
            assertThat(store().compacted()).isEqualTo(kept);
        }
        store().compact(start);
        store().watch("/pods/", store().compacted()).close();
    }

    @Test
    final void aWatchThatNothingHappenedToOutlivesCompaction() {
        try (var watch = store().watch("/nodes/", store().revision())) {
            assertThat(watch.poll(10)).isEmpty();
            put("/pods/default/a", "1");
            put("/pods/default/b", "1");

            assertThat(watch.position()).isEqualTo(store().revision());
            store().compact(store().revision());
            put("/nodes/n", "1");

            assertThat(watch.poll(10)).extracting(StoreEvent::key).containsExactly("/nodes/n");
        }
    }

    @Test
    final void anArmedWatchSignalsOnce() {
        var signals = new AtomicInteger();
        try (var watch = store().watch("/pods/", store().revision(), signals::incrementAndGet)) {
            put("/pods/default/a", "not armed yet");
            assertThat(signals).hasValue(0);
            drain(watch);

            put("/nodes/n", "not for it");
            assertThat(signals).hasValue(0);
            put("/pods/default/b", "1");
            put("/pods/default/c", "already signalled");
            awaitAtLeast(signals, 1);
            assertThat(signals).hasValue(1);
            assertThat(drain(watch)).hasSize(2);

            delete("/pods/default/b");
            awaitAtLeast(signals, 2);
            assertThat(signals).hasValue(2);
        }
    }

    @Test
    final void aSignalMayUseTheStore() {
        var seen = new ArrayList<StoreEvent>();
        var watches = new ArrayList<StoreWatch>();
        var signals = new AtomicInteger();
        watches.add(store().watch("/pods/", store().revision(), () -> {
            seen.addAll(drain(watches.getFirst()));
            put("/nodes/written-by-signal", "1");
            signals.incrementAndGet();
        }));
        drain(watches.getFirst());

        put("/pods/default/a", "1");
        awaitAtLeast(signals, 1);

        assertThat(seen).extracting(StoreEvent::key).containsExactly("/pods/default/a");
        assertThat(store().get("/nodes/written-by-signal")).isPresent();
        watches.getFirst().close();
    }

    @Test
    final void aSignalThatThrowsHarmsNeitherTheWriteNorOtherWatches() {
        var signals = new AtomicInteger();
        try (var broken = store().watch("/pods/", store().revision(), () -> {
                    throw new IllegalStateException("planned");
                });
                var sound = store().watch("/pods/", store().revision(), signals::incrementAndGet)) {
            drain(broken);
            drain(sound);

            put("/pods/default/a", "1");
            awaitAtLeast(signals, 1);

            assertThat(store().get("/pods/default/a")).isPresent();
            assertThat(drain(broken)).hasSize(1);
            assertThat(drain(sound)).hasSize(1);
        }
    }

    @Test
    final void watchesOfConcurrentWritersLoseAndReorderNothing() throws Exception {
        var listed = store().range(RangeQuery.prefix("/pods/"));
        try (var live = store().watch("/pods/", listed.revision());
                var one = store().watch("/pods/w1/", listed.revision())) {
            var order = WatchOrder.startingAt(listed);
            var orderOfOne = WatchOrder.startingAt(listed);

            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var writers = threads.submit(() -> together(4, this::writeAndDelete));
                while (!writers.isDone()) {
                    order.see(live.poll(100));
                }
                writers.get();
            }
            order.see(drain(live));
            orderOfOne.see(drain(one));

            order.checkComplete(store().range(RangeQuery.prefix("/pods/")));
            orderOfOne.checkComplete(store().range(RangeQuery.prefix("/pods/w1/")));
            try (var late = store().watch("/pods/", listed.revision())) {
                var orderOfLate = WatchOrder.startingAt(listed);
                orderOfLate.see(drain(late));
                assertThat(orderOfLate.events()).isEqualTo(order.events());
            }
        }
    }

    @Test
    final void noSignalIsLostUnderConcurrentWriters() throws Exception {
        var arrived = new Semaphore(0);
        var listed = store().range(RangeQuery.prefix("/pods/"));
        try (var watch = store().watch("/pods/", listed.revision(), arrived::release);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var order = WatchOrder.startingAt(listed);
            var reader = threads.submit(() -> {
                while (!order.last().equals(new Revision(listed.revision().value() + 4 * 600))) {
                    order.see(drain(watch));
                    if (!order.last().equals(new Revision(listed.revision().value() + 4 * 600))
                            && !arrived.tryAcquire(60, TimeUnit.SECONDS)) {
                        throw new AssertionError("no signal after revision " + order.last());
                    }
                }
                return order;
            });
            together(4, this::writeAndDelete);

            reader.get().checkComplete(store().range(RangeQuery.prefix("/pods/")));
        }
    }

    @Test
    final void readersNeverGoBackInTime() throws Exception {
        put("/pods/default/a", "0");

        together(3, worker -> {
            for (int i = 0; i < 300; i++) {
                if (worker == 0) {
                    increment("/pods/default/a");
                } else {
                    checkReadsAgree("/pods/default/a");
                }
            }
            return worker;
        });
    }

    @Test
    final void aClosedStoreRefusesEverythingAndWakesItsWatches() {
        var signals = new AtomicInteger();
        var watch = store().watch("/pods/", store().revision(), signals::incrementAndGet);
        drain(watch);

        store().close();
        store().close();

        awaitAtLeast(signals, 1);
        assertThatIllegalStateException().isThrownBy(() -> watch.poll(1));
        assertThatIllegalStateException().isThrownBy(() -> store().get("/pods/default/a"));
        assertThatIllegalStateException().isThrownBy(() -> put("/pods/default/a", "1"));
        assertThatIllegalStateException().isThrownBy(() -> store().range(RangeQuery.prefix("")));
        assertThatIllegalStateException().isThrownBy(() -> store().watch("", Revision.FIRST));
        watch.close();
    }

    @Test
    final void aClosedWatchIsNeitherSignalledNorPolled() {
        var signals = new AtomicInteger();
        var watch = store().watch("/pods/", store().revision(), signals::incrementAndGet);
        drain(watch);

        watch.close();
        watch.close();
        put("/pods/default/a", "1");

        assertThat(signals).hasValue(0);
        assertThatIllegalStateException().isThrownBy(() -> watch.poll(1));
    }

    /** 600 writes under the worker's own prefix: of each third key, the first value, the second, the deletion. */
    private int writeAndDelete(int worker) {
        for (int i = 0; i < 200; i++) {
            var key = "/pods/w" + worker + "/" + i % 20;
            put(key, "first");
            put(key, "second");
            if (i % 3 == 0) {
                delete(key);
            } else {
                put(key, "third");
            }
        }
        return worker;
    }

    /** Whatever is read later is not older. */
    private void checkReadsAgree(String key) {
        var got = store().get(key).orElseThrow().modified();
        var current = store().revision();
        var page = store().range(RangeQuery.prefix(key));
        var again = store().get(key).orElseThrow().modified();

        assertThat(current).isGreaterThanOrEqualTo(got);
        assertThat(page.revision()).isGreaterThanOrEqualTo(current);
        assertThat(page.values().getFirst().modified()).isGreaterThanOrEqualTo(got);
        assertThat(again).isGreaterThanOrEqualTo(page.values().getFirst().modified());
    }
}
