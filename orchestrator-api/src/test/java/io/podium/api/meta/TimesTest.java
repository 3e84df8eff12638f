package io.podium.api.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static final Instant MOMENT = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void writesSecondsAndMicroseconds() {
        var fine = MOMENT.plusNanos(6_007_999);

        assertThat(Times.format(fine)).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(Times.formatMicro(fine)).isEqualTo("2026-01-02T03:04:05.006007Z");
        assertThat(Times.formatMicro(MOMENT)).isEqualTo("2026-01-02T03:04:05.000000Z");
        assertThat(Times.format(Instant.parse("0009-10-11T12:13:14Z"))).isEqualTo("0009-10-11T12:13:14Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:04:05.999Z",
                "2026-01-02T05:04:05+02:00",
                "2026-01-01T22:34:05.5-04:30",
            })
    void readsAnyOffsetAndDropsFractions(String text) {
        assertThat(Times.parse(text)).isEqualTo(MOMENT);
    }

    @Test
    void readsMicroseconds() {
        assertThat(Times.parseMicro("2026-01-02T03:04:05.006007Z")).isEqualTo(MOMENT.plusNanos(6_007_000));
        assertThat(Times.parseMicro("2026-01-02T04:04:05.000000+01:00")).isEqualTo(MOMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-01-02",
                "2026-01-02T03:04:05",
                "2026-01-02T03:04Z",
                "2026-13-02T03:04:05Z",
                "2026-02-30T03:04:05Z",
                "2026-01-02 03:04:05Z",
                "2026-01-02t03:04:05z",
                "2026-01-02T03:04:05.Z",
                "2026-01-02T03:04:05+0200",
                "2026-01-02T25:04:05Z",
                "2026-01-02T03:04:05Zx",
                "x026-01-02T03:04:05Z",
                "2026-01-02T03:04:05+99:00",
                "null"
            })
    void refusesWhatIsNoMoment(String text) {
        assertThatThrownBy(() -> Times.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("parsing time \"" + text + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-01-02T03:04:05Z",
                "2026-01-02T03:04:05.123Z",
                "2026-01-02T03:04:05.1234567Z",
                "2026-01-02T03:04:05.123456"
            })
    void demandsSixDigitsOfAMicroTime(String text) {
        assertThatThrownBy(() -> Times.parseMicro(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".000000");
    }
}
