package io.podium.api.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    @Test
    void writesCompactTextWithSortedFields() {
        var json = Json.from(Map.of(
                "z", List.of(1, 2.5, true), "a", Map.of(), "text", "say \"hi\"\n\u0001", "none", Arrays.asList((Object)
                        null)));

        assertThat(json)
                .hasToString("{\"a\":{},\"none\":[null],\"text\":\"say \\\"hi\\\"\\n\\u0001\",\"z\":[1,2.5,true]}");
        assertThat(JsonArray.EMPTY).hasToString("[]");
    }

    @ParameterizedTest
    @CsvSource({
        "1, true, 1",
        "-9223372036854775808, true, -9223372036854775808",
        "9223372036854775808, false, 9223372036854776000",
        "1.0, false, 1",
        "1e3, false, 1000",
        "0.1, false, 0.1",
        "1e21, false, 1e+21",
        "1.5e-7, false, 1.5e-7",
        "0.000001, false, 0.000001",
        "-2.5e30, false, -2.5e+30"
    })
    void keepsWholeNumbersWhole(String text, boolean whole, String written) {
        var number = JsonNumber.parse(text);

        assertThat(number.isWhole()).isEqualTo(whole);
        assertThat(number).hasToString(written);
    }

    @Test
    void tellsWholeNumbersFromDoubles() {
        assertThat(Json.of(1)).isEqualTo(JsonNumber.parse("1")).isNotEqualTo(Json.of(1.0));
        assertThatThrownBy(() -> JsonNumber.parse("1e999")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void walksAndChangesFieldsDeepWithin() {
        var pod = JsonObject.of("spec", JsonObject.of("nodeName", Json.of("n1")));

        var moved = pod.with(List.of("spec", "nodeName"), Json.of("n2"))
                .with(List.of("status", "phase"), Json.of("Running"));
        var bare = moved.without(List.of("spec", "nodeName")).without(List.of("no", "such"));

        assertThat(moved.at("spec", "nodeName").flatMap(Json::asText)).contains("n2");
        assertThat(moved.at("spec", "nodeName", "deeper")).isEmpty();
        assertThat(pod).hasToString("{\"spec\":{\"nodeName\":\"n1\"}}");
        assertThat(bare).hasToString("{\"spec\":{},\"status\":{\"phase\":\"Running\"}}");
    }

    @Test
    void returnsItselfWhereNothingChanges() {
        var object = JsonObject.builder().put("a", 1).put("b", Json.NULL).build();

        assertThat(object.without("c")).isSameAs(object);
        assertThat(object.with("b", Json.NULL)).isSameAs(object);
        assertThat(object.map((name, value) -> value)).isSameAs(object);
        assertThat(object.map((name, value) -> value.isNull() ? null : value)).hasToString("{\"a\":1}");
    }

    @Test
    void changesArrays() {
        var array = Json.array(Json.of(1), Json.of(2));

        assertThat(array.insert(0, Json.of(0)).append(Json.of(3)).without(1).with(0, Json.NULL))
                .hasToString("[null,2,3]");
        assertThat(array).hasToString("[1,2]");
    }

    @Test
    void refusesValuesThatJsonDoesNotKnow() {
        assertThatThrownBy(() -> Json.from(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object has no JSON form");
    }
}
