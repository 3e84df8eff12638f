package io.podium.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedMapTest {

    @Test
    void startsEmpty() {
        var map = new OrderedMap<String, Integer>();

        assertThat(map.isEmpty()).isTrue();
        assertThat(map.get("a")).isNull();
        assertThat(map.remove("a")).isNull();
        assertThat(map.cursor().next()).isFalse();
        assertThat(map.count("", null)).isZero();
    }

    @Test
    void putReturnsWhatItReplaced() {
        var map = new OrderedMap<String, Integer>();

        assertThat(map.put("a", 1)).isNull();
        assertThat(map.put("a", 2)).isEqualTo(1);
        assertThat(map.size()).isEqualTo(1);
        assertThat(map.remove("a")).isEqualTo(2);
        assertThat(map.size()).isZero();
    }

    @Test
    void ordersStringsByChar() {
        var map = new OrderedMap<String, Integer>();
        for (String key : new String[] {"/pods/b/1", "/pods/a-b/1", "/pods/a/1", "/nodes/z", "/podsx"}) {
            map.put(key, 0);
        }

        assertThat(contents(map).keySet())
                .containsExactly("/nodes/z", "/pods/a-b/1", "/pods/a/1", "/pods/b/1", "/podsx");
    }

    @Test
    void ascendingKeysFillTheirBlocks() {
        var map = new OrderedMap<Integer, Integer>();

        for (int i = 0; i < 10_000; i++) {
            map.put(i, -i);
        }

        assertThat(map.size()).isEqualTo(10_000);
        assertThat(map.get(9_999)).isEqualTo(-9_999);
        assertThat(map.count(10, 9_990)).isEqualTo(9_980);
    }

    @Test
    void cursorStandsOnNothingBeforeTheFirstAndAfterTheLastEntry() {
        var map = new OrderedMap<String, Integer>();
        map.put("a", 1);
        var at = map.cursor();

        assertThatThrownBy(at::key).isInstanceOf(NoSuchElementException.class);
        assertThat(at.next()).isTrue();
        assertThat(at.next()).isFalse();
        assertThat(at.next()).isFalse();
        assertThatThrownBy(at::value).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void forkedMapsGoTheirOwnWays() {
        var left = new OrderedMap<Integer, String>();
        for (int i = 0; i < 1_000; i++) {
            left.put(i, "both");
        }

        var right = left.snapshot().toMap();
        for (int i = 0; i < 1_000; i += 2) {
            left.put(i, "left");
            right.remove(i + 1);
        }

        assertThat(left.size()).isEqualTo(1_000);
        assertThat(left.get(500)).isEqualTo("left");
        assertThat(right.size()).isEqualTo(500);
        assertThat(right.get(500)).isEqualTo("both");
        assertThat(right.get(501)).isNull();
    }

    /** Random operations, of which phases mostly insert and mostly remove, against a TreeMap as the oracle. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithTreeMap(long seed) {
        var random = new Random(seed);
        var map = new OrderedMap<Integer, Integer>();
        var oracle = new TreeMap<Integer, Integer>();
        var snapshots = new LinkedHashMap<OrderedMap.Snapshot<Integer, Integer>, SortedMap<Integer, Integer>>();

        for (int step = 0; step < 60_000; step++) {
            boolean growing = step / 10_000 % 2 == 0;
            int key = random.nextInt(8_000);
            if (random.nextInt(10) < (growing ? 7 : 2)) {
                assertThat(map.put(key, step)).isEqualTo(oracle.put(key, step));
            } else {
                assertThat(map.remove(key)).isEqualTo(oracle.remove(key));
            }
            if (random.nextInt(2_000) == 0) {
                snapshots.put(map.snapshot(), new TreeMap<>(oracle));
            }
            if (step % 500 == 0) {
                compareFrom(map, oracle, random.nextInt(8_000), random.nextInt(8_000));
            }
        }

        assertThat(map.size()).isEqualTo(oracle.size());
        assertThat(contents(map)).isEqualTo(oracle);
        snapshots.forEach((snapshot, expected) -> {
            assertThat(snapshot.size()).isEqualTo(expected.size());
            assertThat(contents(snapshot)).isEqualTo(expected);
            compareFrom(snapshot, new TreeMap<>(expected), random.nextInt(8_000), random.nextInt(8_000));
        });
        removeAll(map, oracle);
    }

    private static void removeAll(OrderedMap<Integer, Integer> map, TreeMap<Integer, Integer> oracle) {
        for (int key : new ArrayList<>(oracle.keySet())) {
            assertThat(map.remove(key)).isNotNull();
        }
        assertThat(map.isEmpty()).isTrue();
        assertThat(map.cursor().next()).isFalse();
    }

    private static void compareFrom(
            OrderedView<Integer, Integer> view, TreeMap<Integer, Integer> oracle, int one, int other) {
        int from = Math.min(one, other);
        int until = Math.max(one, other);
        var seen = new ArrayList<Integer>();
        for (var at = view.cursor(from); at.next(); ) {
            seen.add(at.key());
        }

        assertThat(seen).containsExactlyElementsOf(oracle.tailMap(from).keySet());
        assertThat(view.count(from, until)).isEqualTo(oracle.subMap(from, until).size());
        assertThat(view.count(from, null)).isEqualTo(oracle.tailMap(from).size());
        assertThat(view.get(one)).isEqualTo(oracle.get(one));
    }

    private static <K extends Comparable<? super K>, V> SortedMap<K, V> contents(OrderedView<K, V> view) {
        var contents = new TreeMap<K, V>();
        view.forEach(contents::put);
        return contents;
    }
}
