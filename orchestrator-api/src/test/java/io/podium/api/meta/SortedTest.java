package io.podium.api.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SortedTest {

    @Test
    void keepsAMapOfItsKind() {
        var labels = Sorted.copyOf(Map.of("b", "2", "a", "1"));

        assertThat(Sorted.copyOf(labels)).isSameAs(labels);
        assertThat(labels.toString()).isEqualTo("{a=1, b=2}");
        assertThat(Sorted.copyOf(new HashMap<String, String>())).isSameAs(Sorted.empty());
        assertThat(Sorted.without(Sorted.of("a", "1"), "a")).isSameAs(Sorted.empty());
        assertThat(Sorted.with(labels, "a", labels.get("a"))).isSameAs(labels);
        assertThat(Sorted.without(labels, "c")).isSameAs(labels);
    }

    @Test
    void ordersKeysByTheirUtf8Bytes() {
        var keys = List.of("", "a", "a-", "a.", "aa", "b", "é", "\uFF5E", "\uFFFD", "😀", "😀a", "𐀀");
        Sorted.Builder<Integer> builder = Sorted.builder();
        keys.forEach(key -> builder.put(key, 0));

        var byBytes = keys.stream()
                .sorted((a, b) ->
                        Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)))
                .toList();

        assertThat(builder.build().keySet()).containsExactlyElementsOf(byBytes);
    }

    @Test
    void agreesWithATreeMap() {
        var random = new Random(7);
        var expected = new TreeMap<String, Integer>(Sorted.ORDER);
        Map<String, Integer> map = Sorted.empty();
        for (int i = 0; i < 5_000; i++) {
            var key = "k" + random.nextInt(60);
            if (random.nextInt(3) > 0) {
                expected.put(key, i);
                map = Sorted.with(map, key, i);
            } else {
                expected.remove(key);
                map = Sorted.without(map, key);
            }
            assertThat(map.get(key)).isEqualTo(expected.get(key));
            assertThat(map.equals(expected) && expected.equals(map) && map.hashCode() == expected.hashCode())
                    .isTrue();
            assertThat(List.copyOf(map.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
        }
        assertThat(Sorted.copyOf(expected)).isEqualTo(map);
        assertThat(map.values()).containsExactlyElementsOf(expected.values());
        assertThat(map.containsValue(expected.firstEntry().getValue())).isTrue();
    }

    @Test
    void findsKeysThatAreEqualButNotTheSame() {
        var few = Sorted.of(new String("app"), "web");
        Sorted.Builder<Integer> builder = Sorted.builder();
        for (int i = 0; i < 100; i++) {
            builder.put("key" + i, i);
        }
        var many = builder.build();

        assertThat(few.get("app")).isEqualTo("web");
        assertThat(few.get("ap")).isNull();
        assertThat(many)
                .hasSize(100)
                .containsEntry("key42", 42)
                .doesNotContainKey("key")
                .doesNotContainKey("key100");
    }

    @Test
    void lastPutWins() {
        var map = Sorted.<Integer>builder()
                .put("b", 1)
                .put("a", 2)
                .put("b", 3)
                .put("b", 4)
                .build();

        assertThat(map).containsExactly(Map.entry("a", 2), Map.entry("b", 4));
        assertThat(Sorted.withAll(map, Map.of("b", 5, "c", 6))).hasToString("{a=2, b=5, c=6}");
    }

    @Test
    void cannotBeChanged() {
        var map = Sorted.of("a", "1");

        assertThatThrownBy(() -> map.put("b", "2")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.keySet().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> map.entrySet().iterator().next().setValue("2"))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesNulls() {
        var withNull = new HashMap<String, String>();
        withNull.put("a", null);

        assertThatThrownBy(() -> Sorted.copyOf(withNull))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("value of a");
    }
}
