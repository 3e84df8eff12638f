package io.podium.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.podium.api.store.CompactedException;
import io.podium.api.store.FutureRevisionException;
import io.podium.api.store.RangeQuery;
import io.podium.api.store.Revision;
import io.podium.api.store.StoredValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading many keys, in pages and in the past. */
abstract class StoreRanges extends StoreContract {
    StoreRanges(StoreConformance suite) {
        super(suite);
    }

    @Test
    final void aRangeIsInTheOrderOfChars() {
        for (String key : List.of("/pods/b/x", "/pods/a-b/x", "/pods/a/y", "/pods/a/x", "/podsx/a/x", "/nodes/n")) {
            put(key, "1");
        }

        assertThat(keys(store().range(RangeQuery.prefix("/pods/"))))
                .containsExactly("/pods/a-b/x", "/pods/a/x", "/pods/a/y", "/pods/b/x");
        assertThat(keys(store().range(RangeQuery.between("/pods/a/x", "/pods/b/x"))))
                .containsExactly("/pods/a/x", "/pods/a/y");
        assertThat(keys(store().range(RangeQuery.prefix("")))).hasSize(6);
        assertThat(keys(store().range(RangeQuery.prefix("/services/")))).isEmpty();
    }

    @Test
    final void aPageSaysWhatFollows() {
        for (int i = 0; i < 10; i++) {
            put("/pods/default/" + i, "1");
        }
        put("/services/default/s", "1");

        var page = store().range(RangeQuery.prefix("/pods/").limit(4));

        assertThat(keys(page))
                .containsExactly("/pods/default/0", "/pods/default/1", "/pods/default/2", "/pods/default/3");
        assertThat(page.remaining()).isEqualTo(6);
        assertThat(page.revision()).isEqualTo(store().revision());
        assertThat(store().range(RangeQuery.prefix("/pods/").limit(10)).next()).isEmpty();
    }

    @Test
    final void pagesAreOfOneStateWhateverIsWrittenBetween() {
        for (int i = 0; i < 100; i++) {
            put("/pods/default/%02d".formatted(i), "old");
        }
        var state = store().revision();
        var seen = new ArrayList<StoredValue>();

        var query = RangeQuery.prefix("/pods/").limit(7);
        for (var page = store().range(query); ; page = store().range(page.next().orElseThrow())) {
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

        var past = store().range(RangeQuery.prefix("/pods/").at(both));

        assertThat(past.revision()).isEqualTo(both);
        assertThat(past.values()).extracting(StoredValue::value).containsExactly("1", "1");
        assertThat(keys(past)).containsExactly("/pods/default/a", "/pods/default/b");
        store().compact(store().revision());
        assertThatExceptionOfType(CompactedException.class)
                .isThrownBy(() -> store().range(RangeQuery.prefix("/pods/").at(both)))
                .withMessageContaining("list again")
                .satisfies(gone -> assertThat(gone.compacted()).isEqualTo(store().revision()));
        assertThat(keys(store().range(RangeQuery.prefix("/pods/").at(store().revision()))))
                .hasSize(2);
    }

    @Test
    final void theFutureCannotBeRead() {
        var future = new Revision(store().revision().value() + 1);

        assertThatExceptionOfType(FutureRevisionException.class)
                .isThrownBy(() -> store().range(RangeQuery.prefix("").at(future)));
        assertThatExceptionOfType(FutureRevisionException.class).isThrownBy(() -> store().watch("", future));
        assertThatExceptionOfType(FutureRevisionException.class).isThrownBy(() -> store().compact(future));
    }
}
