package io.podium.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.podium.api.store.Commit;
import io.podium.api.store.CompactedException;
import io.podium.api.store.Expectation;
import io.podium.api.store.FutureRevisionException;
import io.podium.api.store.Page;
import io.podium.api.store.RangeQuery;
import io.podium.api.store.Revision;
import io.podium.api.store.Snapshots;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link Store}, as tests. An implementation extends this class in its own tests. Values are strings;
 * a store that keeps bytes is opened with a codec for them.
 */
public abstract class StoreConformance {
    private Store store;

    /** For subclasses. */
    protected StoreConformance() {}

    /**
     * Opens an empty store that keeps at least the last 20,000 events.
     *
     * @return a new store; the suite closes it
     */
    protected abstract Store open();

    /**
     * Lets time pass for the stores that {@link #open} returned, and what is due then happen.
     *
     * @param duration how much
     */
    protected abstract void pass(Duration duration);

    @BeforeEach
    final void openStore() {
        store = open();
    }

    @AfterEach
    final void closeStore() {
        store.close();
    }

    // revisions

    @Test
    final void anUntouchedStoreIsEmptyAtTheFirstRevision() {
        assertThat(store.revision()).isEqualTo(Revision.FIRST);
        assertThat(store.compacted()).isEqualTo(Revision.FIRST);
        assertThat(store.get("/pods/default/a")).isEmpty();
        assertThat(store.range(RangeQuery.prefix(""))).isEqualTo(new Page(List.of(), Revision.FIRST, null, 0));
    }

    @Test
    final void everyCommitTakesTheNextRevisionWhateverItsKey() {
        long first = put("/pods/default/a", "1").modified().value();

        assertThat(put("/nodes/n", "1").modified().value()).isEqualTo(first + 1);
        assertThat(put("/pods/default/a", "2").modified().value()).isEqualTo(first + 2);
        assertThat(delete("/nodes/n").modified().value()).isEqualTo(first + 3);
        assertThat(store.revision().value()).isEqualTo(first + 3);
    }

    @Test
    final void aFailedWriteTakesNoRevision() {
        put("/pods/default/a", "1");
        var before = store.revision();

        assertThat(store.put("/pods/default/a", Expectation.absent(), Stamp.constant("2"))
                        .isDone())
                .isFalse();
        assertThat(store.delete("/pods/default/b", Expectation.any()).isDone()).isFalse();

        assertThat(store.revision()).isEqualTo(before);
    }

    @Test
    final void creationIsRememberedUntilTheKeyIsDeleted() {
        var created = put("/pods/default/a", "1");
        var replaced = put("/pods/default/a", "2");
        delete("/pods/default/a");
        var again = put("/pods/default/a", "3");

        assertThat(created.created()).isEqualTo(created.modified());
        assertThat(replaced.created()).isEqualTo(created.created());
        assertThat(again.created()).isEqualTo(again.modified());
    }

    // writes

    @Test
    final void aValueCarriesTheRevisionOfItsWrite() {
        var stored = store.put("/pods/default/a", Expectation.any(), at -> "resourceVersion " + at)
                .orThrow();

        assertThat(stored.value()).isEqualTo("resourceVersion " + store.revision());
        assertThat(store.get("/pods/default/a")).contains(stored);
    }

    @Test
    final void aCreationMeetsAConflictWithWhatIsThere() {
        var there = put("/pods/default/a", "1");

        var commit = store.put("/pods/default/a", Expectation.absent(), Stamp.constant("2"));

        assertThat(commit).isEqualTo(new Commit.Conflict("/pods/default/a", Expectation.absent(), there));
        assertThat(store.get("/pods/default/a")).contains(there);
    }

    @Test
    final void anUpdateCommitsOnlyAtTheRevisionItRead() {
        var read = put("/pods/default/a", "1");
        var newer = store.put("/pods/default/a", Expectation.at(read.modified()), Stamp.constant("2"))
                .orThrow();

        var late = store.put("/pods/default/a", Expectation.at(read.modified()), Stamp.constant("3"));
        var absent = store.put("/pods/default/b", Expectation.at(read.modified()), Stamp.constant("3"));

        assertThat(late).isEqualTo(new Commit.Conflict("/pods/default/a", Expectation.at(read.modified()), newer));
        assertThat(absent).isEqualTo(new Commit.Conflict("/pods/default/b", Expectation.at(read.modified()), null));
        assertThat(store.get("/pods/default/a")).contains(newer);
    }

    @Test
    final void aDeletionCommitsOnlyAtTheRevisionItRead() {
        var read = put("/pods/default/a", "1");
        var newer = put("/pods/default/a", "2");

        assertThat(store.delete("/pods/default/a", Expectation.at(read.modified())))
                .isEqualTo(new Commit.Conflict("/pods/default/a", Expectation.at(read.modified()), newer));
        assertThat(store.delete("/pods/default/a", Expectation.at(newer.modified()))
                        .isDone())
                .isTrue();
        assertThat(store.get("/pods/default/a")).isEmpty();
    }

    @Test
    final void aStampThatThrowsChangesNothing() {
        var before = put("/pods/default/a", "1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.put("/pods/default/a", Expectation.any(), at -> {
                    throw new IllegalArgumentException("planned");
                }))
                .withMessage("planned");

        assertThat(store.get("/pods/default/a")).contains(before);
        assertThat(store.revision()).isEqualTo(before.modified());
        assertThat(put("/pods/default/a", "2").modified()).isEqualTo(store.revision());
    }

    @Test
    final void anEmptyKeyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> put("", "1")).withMessageContaining("key");
    }

    @Test
    final void oneOfManyRacingUpdatesWins() throws Exception {
        var read = put("/counter", "0");

        var commits = together(
                8,
                worker -> store.put("/counter", Expectation.at(read.modified()), Stamp.constant("worker " + worker)));

        assertThat(commits).filteredOn(Commit::isDone).hasSize(1);
        assertThat(store.revision().value()).isEqualTo(read.modified().value() + 1);
    }

    @Test
    final void noIncrementIsLost() throws Exception {
        put("/counter", "0");

        together(4, worker -> {
            for (int i = 0; i < 250; i++) {
                increment("/counter");
            }
            return worker;
        });

        assertThat(store.get("/counter").orElseThrow().value()).isEqualTo("1000");
    }

    // ranges

    @Test
    final void aRangeIsInTheOrderOfChars() {
        for (String key : List.of("/pods/b/x", "/pods/a-b/x", "/pods/a/y", "/pods/a/x", "/podsx/a/x", "/nodes/n")) {
            put(key, "1");
        }

        assertThat(keys(store.range(RangeQuery.prefix("/pods/"))))
                .containsExactly("/pods/a-b/x", "/pods/a/x", "/pods/a/y", "/pods/b/x");
        assertThat(keys(store.range(RangeQuery.between("/pods/a/x", "/pods/b/x"))))
                .containsExactly("/pods/a/x", "/pods/a/y");
        assertThat(keys(store.range(RangeQuery.prefix("")))).hasSize(6);
        assertThat(keys(store.range(RangeQuery.prefix("/services/")))).isEmpty();
    }

    @Test
    final void aPageSaysWhatFollows() {
        for (int i = 0; i < 10; i++) {
            put("/pods/default/" + i, "1");
        }
        put("/services/default/s", "1");

        var page = store.range(RangeQuery.prefix("/pods/").limit(4));

        assertThat(keys(page))
                .containsExactly("/pods/default/0", "/pods/default/1", "/pods/default/2", "/pods/default/3");
        assertThat(page.remaining()).isEqualTo(6);
        assertThat(page.revision()).isEqualTo(store.revision());
        assertThat(store.range(RangeQuery.prefix("/pods/").limit(10)).next()).isEmpty();
    }

    @Test
    final void pagesAreOfOneStateWhateverIsWrittenBetween() {
        for (int i = 0; i < 100; i++) {
            put("/pods/default/%02d".formatted(i), "old");
        }
        var state = store.revision();
        var seen = new ArrayList<StoredValue>();

        var query = RangeQuery.prefix("/pods/").limit(7);
        for (var page = store.range(query); ; page = store.range(page.next().orElseThrow())) {
            assertThat(page.revision()).isEqualTo(state);
            seen.addAll(page.values());
            int at = seen.size();
            put("/pods/default/%02d".formatted(at), "new");
            delete("/pods/default/%02d".formatted(99 - at % 50));
            put("/pods/default/%02dx".formatted(at), "new");
            if (page.next().isEmpty()) {
                break;
            }
        }

        assertThat(seen)
                .hasSize(100)
                .allSatisfy(value -> assertThat(value.value()).isEqualTo("old"));
        assertThat(seen).isSortedAccordingTo((one, other) -> one.key().compareTo(other.key()));
    }

    @Test
    final void aPastStateCanBeReadUntilItIsCompacted() {
        put("/pods/default/a", "1");
        var both = put("/pods/default/b", "1").modified();
        put("/pods/default/a", "2");
        delete("/pods/default/b");
        put("/pods/default/c", "1");

        var past = store.range(RangeQuery.prefix("/pods/").at(both));

        assertThat(past.revision()).isEqualTo(both);
        assertThat(past.values()).extracting(StoredValue::value).containsExactly("1", "1");
        assertThat(keys(past)).containsExactly("/pods/default/a", "/pods/default/b");
        store.compact(store.revision());
        assertThatExceptionOfType(CompactedException.class)
                .isThrownBy(() -> store.range(RangeQuery.prefix("/pods/").at(both)))
                .withMessageContaining("list again")
                .satisfies(gone -> assertThat(gone.compacted()).isEqualTo(store.revision()));
        assertThat(keys(store.range(RangeQuery.prefix("/pods/").at(store.revision()))))
                .hasSize(2);
    }

    @Test
    final void theFutureCannotBeRead() {
        var future = new Revision(store.revision().value() + 1);

        assertThatExceptionOfType(FutureRevisionException.class)
                .isThrownBy(() -> store.range(RangeQuery.prefix("").at(future)));
        assertThatExceptionOfType(FutureRevisionException.class).isThrownBy(() -> store.watch("", future));
        assertThatExceptionOfType(FutureRevisionException.class).isThrownBy(() -> store.compact(future));
    }

    // watches

    @Test
    final void aWatchShowsCreationReplacementAndDeletionWithWhatWasBefore() {
        try (var watch = store.watch("/pods/", store.revision())) {
            var created = put("/pods/default/a", "1");
            var replaced = put("/pods/default/a", "2");
            var last = store.delete("/pods/default/a", Expectation.any(), at -> "deleted at " + at)
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
        try (var watch = store.watch("/pods/", put("/pods/default/a", "1").modified())) {
            delete("/pods/default/a");

            assertThat(watch.poll(1)).singleElement().satisfies(event -> {
                assertThat(event).isInstanceOf(StoreEvent.Delete.class);
                assertThat(event.stored().value()).isEqualTo("1");
                assertThat(event.revision()).isEqualTo(store.revision());
            });
        }
    }

    @Test
    final void aWatchSeesItsPrefixOnly() {
        try (var watch = store.watch("/pods/a/", Revision.FIRST)) {
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

        try (var watch = store.watch("/pods/", second.modified())) {
            assertThat(watch.poll(10))
                    .extracting(event -> event.stored().value())
                    .containsExactly("3");
        }
    }

    @Test
    final void aWatchIsPolledInBatches() {
        try (var watch = store.watch("/pods/", store.revision())) {
            for (int i = 0; i < 5; i++) {
                put("/pods/default/" + i, "1");
            }

            assertThat(watch.poll(2)).hasSize(2);
            assertThat(watch.poll(2)).hasSize(2);
            assertThat(watch.position()).isLessThan(store.revision());
            assertThat(watch.poll(2)).hasSize(1);
            assertThat(watch.poll(2)).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> watch.poll(0));
        }
    }

    @Test
    final void aWatchBehindCompactedHistorySaysSo() {
        var start = store.revision();
        try (var watch = store.watch("/pods/", start)) {
            put("/pods/default/a", "1");
            var kept = put("/pods/default/b", "1").modified();
            store.compact(kept);

            assertThatExceptionOfType(CompactedException.class)
                    .isThrownBy(() -> watch.poll(10))
                    .withMessageContaining("list again");
            assertThatExceptionOfType(CompactedException.class).isThrownBy(() -> watch.poll(10));
            assertThatExceptionOfType(CompactedException.class)
                    .isThrownBy(() -> store.watch("/pods/", start))
                    .satisfies(gone -> {
                        assertThat(gone.requested()).isEqualTo(start);
                        assertThat(gone.compacted()).isEqualTo(kept);
                    });
            assertThat(store.compacted()).isEqualTo(kept);
        }
        store.compact(start);
        store.watch("/pods/", store.compacted()).close();
    }

    @Test
    final void aWatchThatNothingHappenedToOutlivesCompaction() {
        try (var watch = store.watch("/nodes/", store.revision())) {
            assertThat(watch.poll(10)).isEmpty();
            put("/pods/default/a", "1");
            put("/pods/default/b", "1");

            assertThat(watch.position()).isEqualTo(store.revision());
            store.compact(store.revision());
            put("/nodes/n", "1");

            assertThat(watch.poll(10)).extracting(StoreEvent::key).containsExactly("/nodes/n");
        }
    }

    @Test
    final void anArmedWatchSignalsOnce() {
        var signals = new AtomicInteger();
        try (var watch = store.watch("/pods/", store.revision(), signals::incrementAndGet)) {
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
        watches.add(store.watch("/pods/", store.revision(), () -> {
            seen.addAll(drain(watches.getFirst()));
            put("/nodes/written-by-signal", "1");
            signals.incrementAndGet();
        }));
        drain(watches.getFirst());

        put("/pods/default/a", "1");
        awaitAtLeast(signals, 1);

        assertThat(seen).extracting(StoreEvent::key).containsExactly("/pods/default/a");
        assertThat(store.get("/nodes/written-by-signal")).isPresent();
        watches.getFirst().close();
    }

    @Test
    final void aSignalThatThrowsHarmsNeitherTheWriteNorOtherWatches() {
        var signals = new AtomicInteger();
        try (var broken = store.watch("/pods/", store.revision(), () -> {
                    throw new IllegalStateException("planned");
                });
                var sound = store.watch("/pods/", store.revision(), signals::incrementAndGet)) {
            drain(broken);
            drain(sound);

            put("/pods/default/a", "1");
            awaitAtLeast(signals, 1);

            assertThat(store.get("/pods/default/a")).isPresent();
            assertThat(drain(broken)).hasSize(1);
            assertThat(drain(sound)).hasSize(1);
        }
    }

    @Test
    final void watchesOfConcurrentWritersLoseAndReorderNothing() throws Exception {
        var listed = store.range(RangeQuery.prefix("/pods/"));
        try (var live = store.watch("/pods/", listed.revision());
                var one = store.watch("/pods/w1/", listed.revision())) {
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

            order.checkComplete(store.range(RangeQuery.prefix("/pods/")));
            orderOfOne.checkComplete(store.range(RangeQuery.prefix("/pods/w1/")));
            try (var late = store.watch("/pods/", listed.revision())) {
                var orderOfLate = WatchOrder.startingAt(listed);
                orderOfLate.see(drain(late));
                assertThat(orderOfLate.events()).isEqualTo(order.events());
            }
        }
    }

    @Test
    final void noSignalIsLostUnderConcurrentWriters() throws Exception {
        var arrived = new java.util.concurrent.Semaphore(0);
        var listed = store.range(RangeQuery.prefix("/pods/"));
        try (var watch = store.watch("/pods/", listed.revision(), arrived::release);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var order = WatchOrder.startingAt(listed);
            var reader = threads.submit(() -> {
                while (!order.last().equals(new Revision(listed.revision().value() + 4 * 600))) {
                    order.see(drain(watch));
                    if (!order.last().equals(new Revision(listed.revision().value() + 4 * 600))
                            && !arrived.tryAcquire(10, java.util.concurrent.TimeUnit.SECONDS)) {
                        throw new AssertionError("no signal after revision " + order.last());
                    }
                }
                return order;
            });
            together(4, this::writeAndDelete);

            reader.get().checkComplete(store.range(RangeQuery.prefix("/pods/")));
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

    // time to live

    @Test
    final void aValueWithTimeToLiveIsDeletedWhenItHasPassed() {
        store.put("/events/default/e", Expectation.any(), at -> "stamped at " + at, Duration.ofSeconds(60))
                .orThrow();
        put("/events/default/stays", "1");
        try (var watch = store.watch("/events/", store.revision())) {
            pass(Duration.ofSeconds(59));
            assertThat(store.get("/events/default/e")).isPresent();

            pass(Duration.ofSeconds(2));

            assertThat(store.get("/events/default/e")).isEmpty();
            assertThat(store.get("/events/default/stays")).isPresent();
            assertThat(watch.poll(10)).singleElement().satisfies(event -> {
                assertThat(event).isInstanceOf(StoreEvent.Delete.class);
                assertThat(event.revision()).isEqualTo(store.revision());
                assertThat(event.stored().value()).isEqualTo("stamped at " + store.revision());
            });
        }
    }

    @Test
    final void writingAgainStartsTheTimeToLiveAnewOrEndsIt() {
        for (String key : List.of("/events/default/renewed", "/events/default/kept", "/events/default/gone")) {
            store.put(key, Expectation.any(), Stamp.constant("1"), Duration.ofSeconds(60))
                    .orThrow();
        }
        pass(Duration.ofSeconds(40));
        store.put("/events/default/renewed", Expectation.any(), Stamp.constant("2"), Duration.ofSeconds(60))
                .orThrow();
        put("/events/default/kept", "2");
        delete("/events/default/gone");
        put("/events/default/gone", "created again");

        pass(Duration.ofSeconds(30));

        assertThat(keys(store.range(RangeQuery.prefix("/events/")))).hasSize(3);
        pass(Duration.ofSeconds(60));
        assertThat(keys(store.range(RangeQuery.prefix("/events/"))))
                .containsExactly("/events/default/gone", "/events/default/kept");
    }

    @Test
    final void manyValuesExpireInTheOrderOfTheirDeadlines() {
        for (int i = 0; i < 250; i++) {
            store.put(
                            "/events/default/%03d".formatted(i),
                            Expectation.any(),
                            Stamp.constant("1"),
                            Duration.ofSeconds(1_000 - i))
                    .orThrow();
        }
        try (var watch = store.watch("/events/", store.revision())) {
            pass(Duration.ofSeconds(1_001));

            var gone = watch.poll(1_000);
            assertThat(gone).hasSize(250);
            assertThat(gone.getFirst().key()).isEqualTo("/events/default/249");
            assertThat(gone.getLast().key()).isEqualTo("/events/default/000");
        }
    }

    @Test
    final void aTimeToLiveMustBePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.put("/events/e", Expectation.any(), Stamp.constant("1"), Duration.ZERO))
                .withMessageContaining("/events/e");
    }

    // snapshots and forks, where there are any

    @Test
    final void aSnapshotStaysAsItWas() {
        var snapshots = snapshots();
        put("/pods/default/a", "1");
        put("/pods/default/b", "1");
        try (var snapshot = snapshots.snapshot()) {
            put("/pods/default/a", "2");
            delete("/pods/default/b");
            put("/pods/default/c", "1");
            store.compact(store.revision());

            assertThat(snapshot.get("/pods/default/a").orElseThrow().value()).isEqualTo("1");
            assertThat(snapshot.get("/pods/default/c")).isEmpty();
            assertThat(keys(snapshot.range(RangeQuery.prefix("/pods/"))))
                    .containsExactly("/pods/default/a", "/pods/default/b");
            assertThat(store.range(RangeQuery.prefix("/pods/").at(snapshot.revision())))
                    .isEqualTo(snapshot.range(RangeQuery.prefix("/pods/")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> snapshot.range(RangeQuery.prefix("").at(store.revision())));
        }
    }

    @Test
    final void aClosedSnapshotReleasesItsState() {
        var snapshot = snapshots().snapshot();
        put("/pods/default/a", "1");
        store.compact(store.revision());

        snapshot.close();
        snapshot.close();

        assertThatIllegalStateException().isThrownBy(() -> snapshot.get("/pods/default/a"));
        assertThatExceptionOfType(CompactedException.class)
                .isThrownBy(() -> store.range(RangeQuery.prefix("").at(snapshot.revision())));
    }

    @Test
    final void aForkAndItsOriginalShareNothingButThePast() {
        var snapshots = snapshots();
        var start = store.revision();
        put("/pods/default/a", "1");
        put("/pods/default/b", "1");
        try (var fork = snapshots.fork();
                var watch = store.watch("/pods/", store.revision());
                var forkWatch = fork.watch("/pods/", start)) {
            assertThat(fork.revision()).isEqualTo(store.revision());
            put("/pods/default/a", "original");
            fork.put("/pods/default/a", Expectation.any(), Stamp.constant("fork"))
                    .orThrow();
            fork.delete("/pods/default/b", Expectation.any()).orThrow();
            fork.put("/pods/default/c", Expectation.absent(), Stamp.constant("fork"))
                    .orThrow();

            assertThat(values(store)).containsExactly("original", "1");
            assertThat(values(fork)).containsExactly("fork", "fork");
            assertThat(fork.get("/pods/default/b")).isEmpty();
            assertThat(store.get("/pods/default/b")).isPresent();
            assertThat(fork.revision().value()).isEqualTo(store.revision().value() + 2);
            assertThat(watch.poll(10)).hasSize(1);
            assertThat(forkWatch.poll(10)).hasSize(5);
            try (var grandchild = fork.snapshots().orElseThrow().fork()) {
                grandchild
                        .put("/pods/default/b", Expectation.absent(), Stamp.constant("grandchild"))
                        .orThrow();
                assertThat(values(grandchild)).containsExactly("fork", "grandchild", "fork");
                assertThat(values(fork)).containsExactly("fork", "fork");
            }
        }
    }

    @Test
    final void aSnapshotForksFromItsOwnMoment() {
        var snapshots = snapshots();
        put("/pods/default/a", "1");
        try (var snapshot = snapshots.snapshot()) {
            put("/pods/default/a", "2");
            try (var fork = snapshot.fork()) {
                assertThat(fork.revision()).isEqualTo(snapshot.revision());
                assertThat(values(fork)).containsExactly("1");
                fork.put("/pods/default/a", Expectation.at(snapshot.revision()), Stamp.constant("3"))
                        .orThrow();
                assertThat(values(store)).containsExactly("2");
                assertThat(fork.compacted()).isEqualTo(snapshot.revision());
            }
        }
    }

    @Test
    final void aForkInheritsTimesToLive() {
        var snapshots = snapshots();
        store.put("/events/default/e", Expectation.any(), Stamp.constant("1"), Duration.ofSeconds(60))
                .orThrow();
        try (var fork = snapshots.fork()) {
            put("/events/default/e", "kept here");

            pass(Duration.ofSeconds(61));

            assertThat(fork.get("/events/default/e")).isEmpty();
            assertThat(store.get("/events/default/e")).isPresent();
        }
    }

    // the end

    @Test
    final void aClosedStoreRefusesEverythingAndWakesItsWatches() {
        var signals = new AtomicInteger();
        var watch = store.watch("/pods/", store.revision(), signals::incrementAndGet);
        drain(watch);

        store.close();
        store.close();

        awaitAtLeast(signals, 1);
        assertThatIllegalStateException().isThrownBy(() -> watch.poll(1));
        assertThatIllegalStateException().isThrownBy(() -> store.get("/pods/default/a"));
        assertThatIllegalStateException().isThrownBy(() -> put("/pods/default/a", "1"));
        assertThatIllegalStateException().isThrownBy(() -> store.range(RangeQuery.prefix("")));
        assertThatIllegalStateException().isThrownBy(() -> store.watch("", Revision.FIRST));
        watch.close();
    }

    @Test
    final void aClosedWatchIsNeitherSignalledNorPolled() {
        var signals = new AtomicInteger();
        var watch = store.watch("/pods/", store.revision(), signals::incrementAndGet);
        drain(watch);

        watch.close();
        watch.close();
        put("/pods/default/a", "1");

        assertThat(signals).hasValue(0);
        assertThatIllegalStateException().isThrownBy(() -> watch.poll(1));
    }

    private StoredValue put(String key, String value) {
        return store.put(key, Expectation.any(), Stamp.constant(value)).orThrow();
    }

    private StoredValue delete(String key) {
        return store.delete(key, Expectation.any()).orThrow();
    }

    private Snapshots snapshots() {
        var snapshots = store.snapshots();
        assumeTrue(snapshots.isPresent(), "this store cannot freeze or fork itself");
        return snapshots.orElseThrow();
    }

    private void increment(String key) {
        for (boolean done = false; !done; ) {
            var read = store.get(key).orElseThrow();
            var next = Integer.toString(Integer.parseInt((String) read.value()) + 1);
            done = store.put(key, Expectation.at(read.modified()), Stamp.constant(next))
                    .isDone();
        }
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
        var got = store.get(key).orElseThrow().modified();
        var current = store.revision();
        var page = store.range(RangeQuery.prefix(key));
        var again = store.get(key).orElseThrow().modified();

        assertThat(current).isGreaterThanOrEqualTo(got);
        assertThat(page.revision()).isGreaterThanOrEqualTo(current);
        assertThat(page.values().getFirst().modified()).isGreaterThanOrEqualTo(got);
        assertThat(again).isGreaterThanOrEqualTo(page.values().getFirst().modified());
    }

    private static List<String> keys(Page page) {
        return page.values().stream().map(StoredValue::key).toList();
    }

    private static List<Object> values(Store store) {
        return store.range(RangeQuery.prefix("")).values().stream()
                .map(StoredValue::value)
                .toList();
    }

    private static List<StoreEvent> drain(StoreWatch watch) {
        var all = new ArrayList<StoreEvent>();
        for (var batch = watch.poll(64); !batch.isEmpty(); batch = watch.poll(64)) {
            all.addAll(batch);
        }
        return all;
    }

    /** A store in another process signals a moment later. */
    private static void awaitAtLeast(AtomicInteger signals, int count) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (signals.get() < count && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(signals).hasValueGreaterThanOrEqualTo(count);
    }

    private interface Work<T> {
        T run(int worker) throws Exception;
    }

    /** Runs the same work in several threads and returns what each returned, or throws what one threw. */
    private static <T> List<T> together(int workers, Work<T> work) throws Exception {
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
}
