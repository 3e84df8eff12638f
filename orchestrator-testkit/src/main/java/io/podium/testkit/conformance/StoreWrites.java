package io.podium.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.podium.api.store.Commit;
import io.podium.api.store.Expectation;
import io.podium.api.store.Page;
import io.podium.api.store.RangeQuery;
import io.podium.api.store.Revision;
import io.podium.api.store.Stamp;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Revisions and writes. */
abstract class StoreWrites extends StoreContract {
    StoreWrites(StoreConformance suite) {
        super(suite);
    }

    @Test
    final void anUntouchedStoreIsEmptyAtTheFirstRevision() {
        assertThat(store().revision()).isEqualTo(Revision.FIRST);
        assertThat(store().compacted()).isEqualTo(Revision.FIRST);
        assertThat(store().get("/pods/default/a")).isEmpty();
        assertThat(store().range(RangeQuery.prefix(""))).isEqualTo(new Page(List.of(), Revision.FIRST, null, 0));
    }

    @Test
    final void everyCommitTakesTheNextRevisionWhateverItsKey() {
        long first = put("/pods/default/a", "1").modified().value();

        assertThat(put("/nodes/n", "1").modified().value()).isEqualTo(first + 1);
        assertThat(put("/pods/default/a", "2").modified().value()).isEqualTo(first + 2);
        assertThat(delete("/nodes/n").modified().value()).isEqualTo(first + 3);
        assertThat(store().revision().value()).isEqualTo(first + 3);
    }

    @Test
    final void aFailedWriteTakesNoRevision() {
        put("/pods/default/a", "1");
        var before = store().revision();

        assertThat(store().put("/pods/default/a", Expectation.absent(), Stamp.constant("2"))
                        .isDone())
                .isFalse();
        assertThat(store().delete("/pods/default/b", Expectation.any()).isDone())
                .isFalse();

        assertThat(store().revision()).isEqualTo(before);
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

    @Test
    final void aValueCarriesTheRevisionOfItsWrite() {
        var stored = store().put("/pods/default/a", Expectation.any(), at -> "resourceVersion " + at)
                .orThrow();

        assertThat(stored.value()).isEqualTo("resourceVersion " + store().revision());
        assertThat(store().get("/pods/default/a")).contains(stored);
    }

    @Test
    final void aCreationMeetsAConflictWithWhatIsThere() {
        var there = put("/pods/default/a", "1");

        var commit = store().put("/pods/default/a", Expectation.absent(), Stamp.constant("2"));

        assertThat(commit).isEqualTo(new Commit.Conflict("/pods/default/a", Expectation.absent(), there));
        assertThat(store().get("/pods/default/a")).contains(there);
    }

    @Test
    final void anUpdateCommitsOnlyAtTheRevisionItRead() {
        var read = put("/pods/default/a", "1");
        var newer = store().put("/pods/default/a", Expectation.at(read.modified()), Stamp.constant("2"))
                .orThrow();

        var late = store().put("/pods/default/a", Expectation.at(read.modified()), Stamp.constant("3"));
        var absent = store().put("/pods/default/b", Expectation.at(read.modified()), Stamp.constant("3"));

        assertThat(late).isEqualTo(new Commit.Conflict("/pods/default/a", Expectation.at(read.modified()), newer));
        assertThat(absent).isEqualTo(new Commit.Conflict("/pods/default/b", Expectation.at(read.modified()), null));
        assertThat(store().get("/pods/default/a")).contains(newer);
    }

    @Test
    final void aDeletionCommitsOnlyAtTheRevisionItRead() {
        var read = put("/pods/default/a", "1");
        var newer = put("/pods/default/a", "2");

        assertThat(store().delete("/pods/default/a", Expectation.at(read.modified())))
                .isEqualTo(new Commit.Conflict("/pods/default/a", Expectation.at(read.modified()), newer));
        assertThat(store().delete("/pods/default/a", Expectation.at(newer.modified()))
                        .isDone())
                .isTrue();
        assertThat(store().get("/pods/default/a")).isEmpty();
    }

    @Test
    final void aStampThatThrowsChangesNothing() {
        var before = put("/pods/default/a", "1");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> store().put("/pods/default/a", Expectation.any(), at -> {
                    throw new IllegalArgumentException("planned");
                }))
                .withMessage("planned");

        assertThat(store().get("/pods/default/a")).contains(before);
        assertThat(store().revision()).isEqualTo(before.modified());
        assertThat(put("/pods/default/a", "2").modified()).isEqualTo(store().revision());
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
                worker -> store().put("/counter", Expectation.at(read.modified()), Stamp.constant("worker " + worker)));

        assertThat(commits).filteredOn(Commit::isDone).hasSize(1);
        assertThat(store().revision().value()).isEqualTo(read.modified().value() + 1);
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

        assertThat(store().get("/counter").orElseThrow().value()).isEqualTo("1000");
    }
}
