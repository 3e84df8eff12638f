package io.podium.api.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.schema.UnknownFields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {
    private static final Map<String, String> LABELS =
            Sorted.copyOf(Map.of("app", "web", "tier", "", "rank", "7", "in", "x"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "app",
                "app=web",
                "app==web",
                " app = web , rank",
                "app!=api",
                "other!=web",
                "!other",
                "! other",
                "app in (web,api)",
                "app in(web)",
                "app notin (api)",
                "other notin (a)",
                "tier=",
                "tier",
                "tier in ()",
                "tier in (a,)",
                "tier in (,a)",
                "tier in (a,,b)",
                "tier in (a,,,)",
                "tier=,app",
                "rank>6",
                "rank < 8",
                "in",
                "in in (x)",
                "in=x",
                "app in (web,web)",
                "rank>6,rank<8"
            })
    void matches(String text) {
        var selector = Selector.parse(text);

        assertThat(selector.matches(LABELS)).isTrue();
        assertThat(Selector.parse(selector.toString())).isEqualTo(selector).hasSameHashCodeAs(selector);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other",
                "app=api",
                "app=",
                "!app",
                "app!=web",
                "app notin (web,api)",
                "app in (a,b)",
                "rank>7",
                "rank<7",
                "app>1",
                "other<1",
                "app,other",
                "tier!=",
                "none,!none"
            })
    void doesNotMatch(String text) {
        assertThat(Selector.parse(text).matches(LABELS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app in (a|unable to parse requirement: found '', expected: ',' or ')'",
                "rank>x|unable to parse requirement: values[0]: Invalid value: \"x\": for 'Gt', 'Lt' operators, the value must be an integer",
                "=a|found '=', expected: !, identifier, or 'end of string'",
                "app a|unable to parse requirement: found 'a', expected: in, notin, =, ==, !=, gt, lt",
                "app=a=b|found '=', expected: ',' or 'end of string'",
                "app=a b|found 'b', expected: ',' or 'end of string'",
                "!app=a|found '=', expected: ',' or 'end of string'",
                "app!|unable to parse requirement: found '!', expected: in, notin, =, ==, !=, gt, lt",
                "app,,tier|found ',', expected: identifier after ','",
                "app,|found '', expected: identifier after ','",
                "/x=1|unable to parse requirement: key: Invalid value: \"/x\": prefix part must be non-empty",
                "!|unable to parse requirement: found '', expected: identifier",
                "app in (a,,)|unable to parse requirement: found ')', expected: ',' or ')'",
                "app in (,,)|unable to parse requirement: found ')', expected: ',' or ')'",
                "app in x|unable to parse requirement: found 'x', expected: '('",
            })
    void saysWhatWasFoundAndExpected(String text, String message) {
        assertThatThrownBy(() -> Selector.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("label selector \"" + text + "\": " + message);
    }

    @Test
    void refusesMalformedKeysAndValues() {
        assertThatThrownBy(() -> Selector.parse("app~=a"))
                .hasMessageContaining("key: Invalid value: \"app~\": name part must consist of");
        assertThatThrownBy(() -> Selector.parse("app in (ok,-no)"))
                .hasMessageContaining("values[0][app]: Invalid value: \"-no\"");
        assertThatThrownBy(() -> Requirement.of("app", Requirement.Operator.IN)).hasMessageContaining("can't be empty");
        assertThatThrownBy(() -> Requirement.of("app", Requirement.Operator.EXISTS, "a"))
                .hasMessageContaining("must be empty");
    }

    @Test
    void isEqualHoweverWritten() {
        var selector = Selector.of(
                Map.of("app", "web"), List.of(Requirement.of("tier", Requirement.Operator.NOT_IN, "b", "a", "b")));

        assertThat(selector)
                .hasToString("app=web,tier notin (a,b)")
                .isEqualTo(Selector.parse("tier notin (b,a), app in (web)"));
        assertThat(selector.requiredValue("app")).contains("web");
        assertThat(selector.requiredValue("tier")).isEmpty();
    }

    @Test
    void readsTheFormThatStandsInObjects() {
        var selector = new LabelSelector(
                Map.of("app", "web"),
                List.of(new LabelSelectorRequirement("tier", "NotIn", List.of("a"), UnknownFields.NONE)),
                UnknownFields.NONE);

        assertThat(Selector.of(selector)).hasToString("app=web,tier!=a");
        assertThat(Selector.of((LabelSelector) null)).isEqualTo(Selector.nothing());
        assertThat(Selector.of(new LabelSelector(Map.of(), List.of(), UnknownFields.NONE))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void nothingMatchesNothingEvenAfterATrip() {
        assertThat(Selector.nothing().matches(Map.of())).isFalse();
        assertThat(Selector.nothing().matches(Map.of("none", ""))).isFalse();
        assertThat(Selector.parse(Selector.nothing().toString())).isEqualTo(Selector.nothing());
        assertThat(Selector.everything().matches(Map.of())).isTrue();
        assertThat(Selector.everything().isEmpty()).isTrue();
    }
}
