package io.podium.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.podium.api.store.CompactedException;
import io.podium.api.store.Expectation;
import io.podium.api.store.RangeQuery;
import io.podium.api.store.Snapshots;
import io.podium.api.store.Stamp;
import io.podium.api.store.Store;
import io.podium.api.store.StoredValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Frozen states and forks, where a store has them. */
abstract class StoreSnapshots extends StoreContract {
    StoreSnapshots(StoreConformance suite) {
        super(suite);
    }

    @Test
    final void aSnapshotStaysAsItWas() {
        var snapshots = snapshots();
        put("/pods/default/a", "1");
        put("/pods/default/b", "1");
        try (var snapshot = snapshots.snapshot()) {
            put("/pods/default/a", "2");
            delete("/pods/default/b");
            put("/pods/default/c", "1");
            store().compact(store().revision());

            assertThat(snapshot.get("/pods/default/a").orElseThrow().value()).isEqualTo("1");
            assertThat(snapshot.get("/pods/default/c")).isEmpty();
            assertThat(keys(snapshot.range(RangeQuery.prefix("/pods/"))))
                    .containsExactly("/pods/default/a", "/pods/default/b");
            assertThat(store().range(RangeQuery.prefix("/pods/").at(snapshot.revision())))
                    .isEqualTo(snapshot.range(RangeQuery.prefix("/pods/")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> snapshot.range(RangeQuery.prefix("").at(store().revision())));
        }
    }

    @Test
    final void aClosedSnapshotReleasesItsState() {
        var snapshot = snapshots().snapshot();
        put("/pods/default/a", "1");
        store().compact(store().revision());

        snapshot.close();
        snapshot.close();

        assertThatIllegalStateException().isThrownBy(() -> snapshot.get("/pods/default/a"));
        assertThatExceptionOfType(CompactedException.class)
                .isThrownBy(() -> store().range(RangeQuery.prefix("").at(snapshot.revision())));
    }

    @Test
    final void aForkAndItsOriginalShareNothingButThePast() {
        var snapshots = snapshots();
        var start = store().revision();
        put("/pods/default/a", "1");
        put("/pods/default/b", "1");
        try (var fork = snapshots.fork();
                var watch = store().watch("/pods/", store().revision());
                var forkWatch = fork.watch("/pods/", start)) {
            assertThat(fork.revision()).isEqualTo(store().revision());
            put("/pods/default/a", "original");
            fork.put("/pods/default/a", Expectation.any(), Stamp.constant("fork"))
                    .orThrow();
            fork.delete("/pods/default/b", Expectation.any()).orThrow();
            fork.put("/pods/default/c", Expectation.absent(), Stamp.constant("fork"))
                    .orThrow();

            assertThat(values(store())).containsExactly("original", "1");
            assertThat(values(fork)).containsExactly("fork", "fork");
            assertThat(fork.get("/pods/default/b")).isEmpty();
            assertThat(store().get("/pods/default/b")).isPresent();
            assertThat(fork.revision().value()).isEqualTo(store().revision().value() + 2);
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
                assertThat(values(store())).containsExactly("2");
                assertThat(fork.compacted()).isEqualTo(snapshot.revision());
            }
        }
    }

    @Test
    final void aForkInheritsTimesToLive() {
        var snapshots = snapshots();
        store().put("/events/default/e", Expectation.any(), Stamp.constant("1"), Duration.ofSeconds(60))
                .orThrow();
        try (var fork = snapshots.fork()) {
            put("/events/default/e", "kept here");

            pass(Duration.ofSeconds(61));

            assertThat(fork.get("/events/default/e")).isEmpty();
            assertThat(store().get("/events/default/e")).isPresent();
        }
    }

    private Snapshots snapshots() {
        var snapshots = store().snapshots();
        assumeTrue(snapshots.isPresent(), "this store cannot freeze or fork itself");
        return snapshots.orElseThrow();
    }

    private static List<Object> values(Store store) {
        return store.range(RangeQuery.prefix("")).values().stream()
                .map(StoredValue::value)
                .toList();
    }
}
