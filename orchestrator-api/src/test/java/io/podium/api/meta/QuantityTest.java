package io.podium.api.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.meta.Quantity.Format;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvFileSource(resources = "quantity.tsv", delimiter = '\t')
    void storesWhatKubernetesStores(String text, String answer) {
        if (answer.equals("400")) {
            assertThatThrownBy(() -> Quantity.of(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(text);
            return;
        }

        var stored = Quantity.of(text).roundedUpToMilli();

        assertThat((stored.signum() < 0 ? "422 " : "") + stored).isEqualTo(answer);
        assertThat(Quantity.of(stored.toString())).isEqualTo(stored).hasSameHashCodeAs(stored);
    }

    @ParameterizedTest
    @CsvSource({
        "1500m, 1500m",
        "1.5, 1500m",
        "1000m, 1",
        "0.5Gi, 512Mi",
        "1.5Gi, 1536Mi",
        "1024Ki, 1Mi",
        "1000Ki, 1000Ki",
        "512Ki, 512Ki",
        "0.5Ki, 512",
        "12000, 12k",
        "12e6, 12e6",
        "12e2, 1200",
        "1.1Ki, 1126400m",
        "+1, +1",
        "1.5E3, 1500",
        "0.9n, 1n"
    })
    void writesTheCanonicalForm(String text, String form) {
        assertThat(Quantity.of(text)).hasToString(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1x",
                "1 Mi",
                "1.2.3",
                "1e",
                "1mi",
                "1K",
                "0x10",
                "1e1.5",
                "1e99999999999",
                "١",
                "1e5000",
                "Pi",
                "-.Ei",
                "e-10"
            })
    void refusesWhatIsNoAmount(String text) {
        assertThatThrownBy(() -> Quantity.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("quantity \"" + text.strip() + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"m", "+", ".", "-0", "0Ki", "000", "0e3", "Ti", "0.Pi", ".0Pi", "e-9"})
    void readsAsNothingWhatKubernetesDoes(String text) {
        assertThat(Quantity.of(text))
                .isEqualTo(Quantity.ZERO)
                .hasSameHashCodeAs(Quantity.ZERO)
                .hasToString("0");
    }

    @Test
    void equalsByAmountHoweverWritten() {
        var one = Quantity.of("1");

        assertThat(Quantity.of("1000m")).isEqualTo(one).hasSameHashCodeAs(one).isEqualByComparingTo(one);
        assertThat(Quantity.of("1e0")).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(Quantity.of("1024Mi")).isEqualTo(Quantity.of("1Gi")).hasSameHashCodeAs(Quantity.of("1Gi"));
        assertThat(Quantity.of("1e40")).isEqualTo(Quantity.of("10e39")).hasSameHashCodeAs(Quantity.of("10e39"));
        assertThat(Quantity.of("1001m")).isNotEqualTo(one).isGreaterThan(one);
        assertThat(Quantity.of("1e40")).isGreaterThan(Quantity.of("1Ei"));
    }

    @Test
    void addsAndTakesAway() {
        assertThat(Quantity.of("1Gi").plus(Quantity.of("512Mi"))).hasToString("1536Mi");
        assertThat(Quantity.of("100m").plus(Quantity.of("1"))).hasToString("1100m");
        assertThat(Quantity.of("1").minus(Quantity.of("250m"))).hasToString("750m");
        assertThat(Quantity.ZERO.plus(Quantity.of("1Gi"))).hasToString("1Gi");
        assertThat(Quantity.ZERO.minus(Quantity.of("1Gi"))).hasToString("-1Gi");
        assertThat(Quantity.of(Long.MAX_VALUE).plus(Quantity.of(1))).hasToString("9223372036854775808");
        assertThat(Quantity.of(Long.MIN_VALUE).negated()).hasToString("9223372036854775808");
        assertThat(Quantity.of("300m").times(10)).hasToString("3");
        assertThat(Quantity.of("8E").times(1000)).hasToString("8e21");
    }

    @Test
    void roundsWholeValuesAwayFromZero() {
        assertThat(Quantity.of("100m").value()).isEqualTo(1);
        assertThat(Quantity.of("-1500m").value()).isEqualTo(-2);
        assertThat(Quantity.of("1Ki").value()).isEqualTo(1024);
        assertThat(Quantity.of("1n").milliValue()).isEqualTo(1);
        assertThat(Quantity.of("2.5").milliValue()).isEqualTo(2500);
        assertThat(Quantity.of("9E").milliValue()).isEqualTo(Long.MAX_VALUE);
        assertThat(Quantity.of("-1e40").value()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void countsFromNumbers() {
        assertThat(Quantity.ofMilli(250)).hasToString("250m");
        assertThat(Quantity.ofMilli(2000)).hasToString("2");
        assertThat(Quantity.ofBytes(64 << 20)).hasToString("64Mi");
        assertThat(Quantity.ofBytes(1000)).hasToString("1k");
        assertThat(Quantity.of(110)).hasToString("110");
        assertThat(Quantity.of(new BigDecimal("0.00000000001"), Format.DECIMAL_SI))
                .hasToString("1n");
    }
}
