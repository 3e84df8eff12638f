package io.podium.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.dispatch.Signal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Seeds find bugs that hang on the order of events, and do not find any where there is none. */
class PlantedBugSimulation {
    private static final int SEEDS = 200;
    private static final int ITEMS = 5;

    private interface Wait {
        void untilNotEmpty(Queue queue) throws InterruptedException;
    }

    /** A queue whose consumer may wait in the right way or in a wrong one. */
    private static final class Queue {
        final SimulatedDispatcher time;
        final ArrayDeque<Integer> items = new ArrayDeque<>();
        final Signal added;
        int consumed;

        Queue(SimulatedDispatcher time) {
            this.time = time;
            this.added = time.signal("item");
        }

        void produce() {
            for (int i = 0; i < ITEMS; i++) {
                items.add(i);
                added.pulse();
                pause("producer");
            }
        }

        void consume(Wait wait) {
            try {
                while (consumed < ITEMS) {
                    wait.untilNotEmpty(this);
                    while (items.poll() != null) {
                        consumed++;
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void pause(String who) {
            try {
                time.sleep(Duration.ofMillis(time.random(who).nextInt(4)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static ArrayList<Long> seedsThatHang(Strategy strategy, Wait wait) {
        var hanging = new ArrayList<Long>();
        for (long seed = 0; seed < SEEDS; seed++) {
            try (var time = SimulatedDispatcher.seeded(seed, strategy)) {
                var queue = new Queue(time);
                time.execute("consumer", () -> queue.consume(wait));
                time.execute("producer", queue::produce);
                time.awaitIdle();
                if (queue.consumed < ITEMS) {
                    hanging.add(seed);
                }
            }
        }
        return hanging;
    }

    @ParameterizedTest
    @EnumSource
    void aLostWakeupIsFound(Strategy strategy) {
        Wait wrong = queue -> {
            if (queue.items.isEmpty()) {
                queue.pause("consumer"); // a pulse that comes now is counted below, and so never awaited
                queue.added.await(queue.added.count());
            }
        };

        assertThat(seedsThatHang(strategy, wrong)).hasSizeBetween(1, SEEDS - 1);
        assertThat(seedsThatHang(strategy, wrong)).isEqualTo(seedsThatHang(strategy, wrong));
    }

    @ParameterizedTest
    @EnumSource
    void noneIsFoundWhereThereIsNone(Strategy strategy) {
        Wait right = queue -> {
            queue.pause("consumer");
            queue.added.await(() -> !queue.items.isEmpty());
        };

        assertThat(seedsThatHang(strategy, right)).isEmpty();
    }
}
