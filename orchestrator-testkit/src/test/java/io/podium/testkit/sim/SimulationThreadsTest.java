package io.podium.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads exist only for what waits, and large numbers of tasks, timers and hand-overs come out right. */
class SimulationThreadsTest {

    @Test
    void noThreadIsLeftAfterClosing(@TempDir Path directory) throws IOException {
        var others = threads(directory.resolve("others")); // of simulations whose tasks ignored their end
        var time = SimulatedDispatcher.seeded(5);
        for (int i = 0; i < 10; i++) {
            var node = time.child("node-" + i);
            node.execute("waiter", () -> {
                try {
                    node.signal("never").await(0);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        time.awaitIdle();
        var own = new ArrayList<>(threads(directory.resolve("before")));
        own.removeAll(others);
        assertThat(own).hasSize(10);

        time.close();

        assertThat(threads(directory.resolve("after"))).doesNotContainAnyElementsOf(own);
    }

    /** The threads of simulations, each with its number. Virtual threads are listed nowhere else than in a dump. */
    private static List<String> threads(Path file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        return Pattern.compile("#\\d+ \"podium-sim-\\d+\"")
                .matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void anHourOfManyTimersFiresEachEverySecond() {
        var fired = new AtomicInteger();
        try (var time = SimulatedDispatcher.seeded(5)) {
            for (int i = 0; i < 100; i++) {
                time.every("beat", Duration.ofNanos(i * 10_000_003L), Duration.ofSeconds(1), fired::incrementAndGet);
            }
            time.runFor(Duration.ofHours(1));
        }
        assertThat(fired.get()).isBetween(359_800, 360_100);
    }

    @Test
    void everyOneOfManyTasksRuns() {
        var ran = new AtomicInteger();
        try (var time = SimulatedDispatcher.seeded(5)) {
            for (int i = 0; i < 100; i++) {
                for (int j = 0; j < 2000; j++) {
                    time.execute("task", ran::incrementAndGet);
                }
                time.awaitIdle();
            }
        }
        assertThat(ran.get()).isEqualTo(200_000);
    }

    @Test
    void twoTasksHandOverManyTimes() {
        int rounds = 20_000;
        var done = new AtomicInteger();
        try (var time = SimulatedDispatcher.seeded(5)) {
            var ball = new AtomicInteger();
            var thrown = time.signal("ball");
            for (int player = 0; player < 2; player++) {
                int parity = player;
                time.execute("player", () -> {
                    try {
                        for (int i = 0; i < rounds; i++) {
                            thrown.await(() -> ball.get() % 2 == parity);
                            ball.incrementAndGet();
                            thrown.pulse();
                        }
                        done.incrementAndGet();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            time.awaitIdle();
        }
        assertThat(done.get()).isEqualTo(2);
    }
}
