package io.podium.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.core.ConfigMap;
import io.podium.api.meta.ObjectKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverlayTest {
    private static final ObjectKey KEY = ObjectKey.of("default", "settings");

    private final ConfigMap old = settings("old");
    private final ConfigMap own = settings("own");
    private final ConfigMap newest = settings("newest");
    private final Overlay<ConfigMap> overlay = new Overlay<>("configmaps/");

    @Test
    void showsAWriteUntilTheFollowerHasPassedIt() {
        overlay.passed(4);
        overlay.add(KEY, own, 5);

        assertThat(overlay.find(KEY, Optional.of(old))).containsSame(own);

        overlay.passed(5);

        assertThat(overlay.find(KEY, Optional.of(newest))).containsSame(newest);
    }

    @Test
    void showsADeletionUntilTheFollowerHasPassedIt() {
        overlay.add(KEY, null, 5);

        assertThat(overlay.find(KEY, Optional.of(old))).isEmpty();
        assertThat(overlay.over(List.of(old), object -> true)).isEmpty();
    }

    /** The answer to a write may come after the follower has seen it, and what somebody else has written since. */
    @Test
    void hidesNothingThatIsNewerThanItsWrites() {
        overlay.passed(6);
        overlay.add(KEY, own, 5);

        assertThat(overlay.find(KEY, Optional.of(newest))).containsSame(newest);
        assertThat(overlay.over(List.of(newest), object -> true)).containsExactly(newest);
    }

    @Test
    void keepsTheNewerOfTwoWrites() {
        overlay.add(KEY, newest, 7);
        overlay.add(KEY, own, 6);

        assertThat(overlay.find(KEY, Optional.of(old))).containsSame(newest);
    }

    @Test
    void showsTheNewerOfTwoWritesAfterTheFollowerHasPassedTheOlder() {
        overlay.add(KEY, own, 6);
        overlay.add(KEY, newest, 7);
        overlay.passed(6);

        assertThat(overlay.find(KEY, Optional.of(old))).containsSame(newest);
    }

    @Test
    void forgetsOfManyWritesThoseThatTheFollowerHasPassed() {
        var first = ObjectKey.of("default", "first");
        var second = ObjectKey.of("default", "second");
        overlay.add(second, own, 8); // answers come in any order
        overlay.add(first, null, 7);
        overlay.passed(7);

        assertThat(overlay.find(first, Optional.of(old))).containsSame(old);
        assertThat(overlay.find(second, Optional.of(old))).containsSame(own);
    }

    private static ConfigMap settings(String value) {
        return ConfigMap.named("settings")
                .namespace("default")
                .data("value", value)
                .build();
    }
}
