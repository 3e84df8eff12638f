package io.podium.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Lane;
import io.podium.api.dispatch.Signal;
import io.podium.api.dispatch.Trigger;
import java.io.IOException;
import java.time.Duration;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Same seed, same history, in this JVM and in one that differs in everything that must not matter. */
class DeterminismSimulation {

    /** A small world that uses all there is: timers, sleeps, signals, lanes, triggers, cancelling, closing, draws. */
    static String history(long seed, Strategy strategy) {
        try (var time = SimulatedDispatcher.seeded(seed, strategy)) {
            var faults = new FaultPlan(time).slow("call", 0.5, Duration.ofMillis(1), Duration.ofSeconds(2));
            time.slowCalls(faults);
            var world = new World(time);
            for (int i = 0; i < 10; i++) {
                world.addNode("node-" + i);
            }
            time.runFor(Duration.ofMinutes(5));
            world.removeNode("node-3");
            time.runFor(Duration.ofMinutes(5));
            assertThat(time.failures()).isEmpty();
            return time.historyDigest();
        }
    }

    private static final class World {
        private final SimulatedDispatcher time;
        private final TreeMap<String, Dispatcher> nodes = new TreeMap<>();
        private final Signal changed;
        private final Lane lane;
        private final Trigger count;
        private int changes;

        World(SimulatedDispatcher time) {
            this.time = time;
            changed = time.signal("change");
            lane = time.lane("lane", 1000);
            count = time.trigger("count", () -> time.record("changes " + changes));
            time.execute("watcher", this::watch);
        }

        void addNode(String name) {
            var node = time.child(name);
            nodes.put(name, node);
            node.every("beat", Duration.ZERO, Duration.ofSeconds(1), () -> beat(node));
        }

        void removeNode(String name) {
            nodes.remove(name).close();
        }

        private void beat(Dispatcher node) {
            try {
                int draw = node.blocking("call", () -> node.random().nextInt(100));
                changes++;
                changed.pulse();
                count.fire();
                lane.offer(() -> time.record(
                        node.name() + " drew " + draw + " of " + node.random().uuid()));
                var retry =
                        node.schedule("retry", Duration.ofMillis(draw), () -> time.record(node.name() + " retried"));
                if (draw < 50) {
                    node.sleep(Duration.ofMillis(draw));
                    retry.cancel();
                }
            } catch (InterruptedException e) {
                time.record(node.name() + " interrupted");
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        private void watch() {
            try {
                for (int seen = 0; true; seen = changes) {
                    int known = seen;
                    changed.await(() -> changes > known);
                    time.record("watched " + changes);
                }
            } catch (InterruptedException e) {
                time.record("watcher ended");
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameHistory() {
        for (var strategy : Strategy.values()) {
            assertThat(history(42, strategy)).isEqualTo(history(42, strategy));
        }
    }

    @Test
    void differentSeedsGiveDifferentHistories() {
        var histories = new TreeSet<String>();
        for (long seed = 0; seed < 20; seed++) {
            histories.add(history(seed, Strategy.UNIFORM));
        }

        assertThat(histories).hasSize(20);
    }

    @Test
    void anotherJvmGivesTheSameHistory() throws IOException, InterruptedException {
        var expected = Main.histories();

        var actual = OtherJvm.outputOf(Main.class);

        assertThat(actual).isEqualTo(expected);
    }

    /** The same world in another JVM. */
    static final class Main {
        private Main() {}

        static String histories() {
            return history(42, Strategy.UNIFORM) + "\n" + history(43, Strategy.RANKED) + "\n";
        }

        public static void main(String[] args) {
            System.out.print(histories());
        }
    }
}
