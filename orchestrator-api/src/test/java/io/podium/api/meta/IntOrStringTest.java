package io.podium.api.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntOrStringTest {

    @ParameterizedTest
    @CsvSource({
        "25%, 10, 2, 3",
        "0%, 10, 0, 0",
        "100%, 7, 7, 7",
        "150%, 3, 4, 5",
        "1%, 2147483647, 21474836, 21474837",
        "-10%, 15, -2, -1"
    })
    void takesAShareOfTheTotal(String share, int total, int down, int up) {
        var percent = IntOrString.of(share);

        assertThat(percent.scaled(total, false)).isEqualTo(down);
        assertThat(percent.scaled(total, true)).isEqualTo(up);
    }

    @Test
    void takesANumberAsItIs() {
        assertThat(IntOrString.of(3).scaled(10, true)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "25", "a%", "25%%", "http"})
    void refusesToScaleOtherTexts(String text) {
        var value = IntOrString.of(text);

        assertThat(value.isPercent()).isFalse();
        assertThatThrownBy(() -> value.scaled(10, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\" is not a percentage");
    }

    @Test
    void keepsItsForm() {
        assertThat(IntOrString.of("80")).isNotEqualTo(IntOrString.of(80));
        assertThat(IntOrString.parse("80")).isEqualTo(IntOrString.of(80)).hasToString("80");
        assertThat(IntOrString.parse("http")).isEqualTo(IntOrString.of("http")).hasToString("http");
        assertThat(IntOrString.parse("25%").isPercent()).isTrue();
    }
}
