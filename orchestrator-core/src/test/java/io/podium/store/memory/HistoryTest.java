package io.podium.store.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.podium.api.store.Revision;
import io.podium.api.store.StoreEvent;
import io.podium.api.store.StoredValue;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final HistoryBounds BOUNDS = HistoryBounds.standard();

    private Instant now = Instant.EPOCH;
    private long last = 1;

    @Test
    void findsEveryEventByItsRevision() {
        var history = new History(BOUNDS, 1);
        append(history, 1_000);

        var reader = history.readAfter(500);

        for (long revision = 501; revision <= 1_001; revision++) {
            assertThat(reader.next().revision().value()).isEqualTo(revision);
        }
    }

    @Test
    void keepsExactlyAsManyEventsAsItMay() {
        var history = new History(BOUNDS.withEvents(10), 1);

        append(history, 1_000);

        assertThat(history.compacted()).isEqualTo(991);
        assertThat(history.readAfter(990)).isNull();
        assertThat(history.readAfter(991).next().revision().value()).isEqualTo(992);
    }

    @Test
    void dropsTheOldestBlocksOfTooHeavyEvents() {
        var history = new History(BOUNDS.withWeight(3_000, event -> 10), 1);

        append(history, 1_000);

        assertThat(last - history.compacted()).isBetween(300L - History.BLOCK, 300L);
    }

    @Test
    void keepsTheNewestBlockHoweverHeavy() {
        var history = new History(BOUNDS.withWeight(1, event -> 10), 1);

        append(history, 10);

        assertThat(history.compacted()).isEqualTo(1);
    }

    @Test
    void dropsBlocksThatAreTooOld() {
        var history = new History(BOUNDS.withAge(Duration.ofMinutes(1)), 1);
        append(history, 3 * History.BLOCK + 1);
        now = now.plusSeconds(59);
        append(history, History.BLOCK);
        assertThat(history.compacted()).isEqualTo(1);

        now = now.plusSeconds(2);
        append(history, History.BLOCK);

        assertThat(history.compacted()).isEqualTo(1 + 3 * History.BLOCK);
    }

    @Test
    void aReaderThatBeganIsNotDisturbedByCompaction() {
        var history = new History(BOUNDS, 1);
        append(history, 1_000);
        var reader = history.readAfter(1);

        history.compact(1_001);
        append(history, 1);

        assertThat(reader.next().revision().value()).isEqualTo(2);
        assertThat(history.readAfter(1_001).next().revision().value()).isEqualTo(1_002);
    }

    @Test
    void aForkAppendsForItself() {
        var history = new History(BOUNDS, 1);
        append(history, 200);
        var fork = history.fork();

        fork.append(event(202, "fork"), 0, 1, () -> now);
        history.append(event(202, "original"), 0, 1, () -> now);

        assertThat(fork.readAfter(201).next().key()).isEqualTo("fork");
        assertThat(history.readAfter(201).next().key()).isEqualTo("original");
        assertThat(fork.readAfter(1).next()).isSameAs(history.readAfter(1).next());
    }

    @Test
    void refusesBoundsThatKeepNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BOUNDS.withEvents(0))
                .withMessageContaining("0 events");
        assertThatIllegalArgumentException().isThrownBy(() -> BOUNDS.withAge(Duration.ZERO));
    }

    private void append(History history, int count) {
        for (int i = 0; i < count; i++) {
            var event = event(++last, "key");
            history.append(event, 0, history.weigh(event), () -> now);
        }
    }

    private static StoreEvent event(long at, String key) {
        var revision = new Revision(at);
        return new StoreEvent.Put(new StoredValue(key, "value", revision, revision), null);
    }
}
