package io.podium.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NanosTest {

    @Test
    void limitsDelaysInsteadOfOverflowing() {
        assertThat(Nanos.ofDelay(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo(Nanos.LONGEST);
        assertThat(Nanos.ofDelay(Duration.ofSeconds(-1))).isZero();
        assertThat(Nanos.ofDelay(Duration.ofMillis(5))).isEqualTo(5_000_000);
    }

    @Test
    void refusesPeriodsThatAreNotPositive() {
        assertThatThrownBy(() -> Nanos.ofPeriod(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period must be positive, was PT0S");
    }

    @Test
    void aPeriodicTaskKeepsItsRhythmAndMakesUpForNothing() {
        assertThat(Nanos.nextDue(100, 10, 100)).isEqualTo(110);
        assertThat(Nanos.nextDue(100, 10, 109)).isEqualTo(110);
        assertThat(Nanos.nextDue(100, 10, 110)).isEqualTo(120);
        assertThat(Nanos.nextDue(100, 10, 1_005)).isEqualTo(1_010);
    }
}
