package io.podium.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.podium.api.store.Expectation;
import io.podium.api.store.RangeQuery;
import io.podium.api.store.Stamp;
import io.podium.api.store.StoreEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that end by themselves. */
abstract class StoreTimesToLive extends StoreContract {
    StoreTimesToLive(StoreConformance suite) {
        super(suite);
    }

    @Test
    final void aValueWithTimeToLiveIsDeletedWhenItHasPassed() {
        store().put("/events/default/e", Expectation.any(), at -> "stamped at " + at, Duration.ofSeconds(60))
                .orThrow();
        put("/events/default/stays", "1");
        try (var watch = store().watch("/events/", store().revision())) {
            pass(Duration.ofSeconds(59));
            assertThat(store().get("/events/default/e")).isPresent();

            pass(Duration.ofSeconds(2));

            assertThat(store().get("/events/default/e")).isEmpty();
            assertThat(store().get("/events/default/stays")).isPresent();
            assertThat(watch.poll(10)).singleElement().satisfies(event -> {
                assertThat(event).isInstanceOf(StoreEvent.Delete.class);
                assertThat(event.revision()).isEqualTo(store().revision());
                assertThat(event.stored().value()).isEqualTo("stamped at " + store().revision());
            });
        }
    }

    @Test
    final void writingAgainStartsTheTimeToLiveAnewOrEndsIt() {
        for (String key : List.of("/events/default/renewed", "/events/default/kept", "/events/default/gone")) {
            store().put(key, Expectation.any(), Stamp.constant("1"), Duration.ofSeconds(60))
                    .orThrow();
        }
        pass(Duration.ofSeconds(40));
        store().put("/events/default/renewed", Expectation.any(), Stamp.constant("2"), Duration.ofSeconds(60))
                .orThrow();
        put("/events/default/kept", "2");
        delete("/events/default/gone");
        put("/events/default/gone", "created again");

        pass(Duration.ofSeconds(30));

        assertThat(keys(store().range(RangeQuery.prefix("/events/")))).hasSize(3);
        pass(Duration.ofSeconds(60));
        assertThat(keys(store().range(RangeQuery.prefix("/events/"))))
                .containsExactly("/events/default/gone", "/events/default/kept");
    }

    @Test
    final void manyValuesExpireInTheOrderOfTheirDeadlines() {
        for (int i = 0; i < 250; i++) {
            store().put(
                            "/events/default/%03d".formatted(i),
                            Expectation.any(),
                            Stamp.constant("1"),
                            Duration.ofSeconds(1_000 - i))
                    .orThrow();
        }
        try (var watch = store().watch("/events/", store().revision())) {
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
                .isThrownBy(() -> store().put("/events/e", Expectation.any(), Stamp.constant("1"), Duration.ZERO))
                .withMessageContaining("/events/e");
    }
}
