package io.podium.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TimerHeapTest {
    private final TimerHeap<Entry> heap = new TimerHeap<>();

    private static final class Entry extends TimerHeap.Node {
        final int number;

        Entry(int number) {
            this.number = number;
        }
    }

    @Test
    void agreesWithASortedSetWhateverIsAddedAndRemoved() {
        var random = new Random(7);
        var model = new TreeSet<Entry>(Comparator.comparingLong(Entry::due).thenComparingInt(entry -> entry.number));
        var all = new ArrayList<Entry>();

        for (int i = 0; i < 20_000; i++) {
            var entry = new Entry(i);
            heap.add(entry, random.nextInt(500));
            model.add(entry);
            all.add(entry);
            if (random.nextInt(3) == 0) {
                var victim = all.get(random.nextInt(all.size()));
                assertThat(heap.remove(victim)).isEqualTo(model.remove(victim));
            }
            if (random.nextInt(4) == 0) {
                assertThat(heap.poll(Long.MAX_VALUE)).isSameAs(model.pollFirst());
            }
            assertThat(heap.size()).isEqualTo(model.size());
        }

        while (!model.isEmpty()) {
            assertThat(heap.poll(Long.MAX_VALUE)).isSameAs(model.pollFirst());
        }
        assertThat(heap.peek()).isNull();
    }

    @Test
    void keepsWhatIsNotDue() {
        var entry = new Entry(1);
        heap.add(entry, 10);

        assertThat(heap.poll(9)).isNull();
        assertThat(heap.poll(10)).isSameAs(entry);
        assertThat(entry.isWaiting()).isFalse();
    }

    @Test
    void refusesANodeThatAlreadyWaits() {
        var entry = new Entry(1);
        heap.add(entry, 10);

        assertThatThrownBy(() -> heap.add(entry, 11)).isInstanceOf(IllegalStateException.class);
    }
}
