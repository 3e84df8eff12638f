package io.podium.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a simulation costs: threads only for what waits, and little time. */
class SimulationThreadsTest {

    @Test
    void noThreadIsLeftAfterClosing(@TempDir Path directory) throws IOException {
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
        assertThat(threads(directory.resolve("before"))).contains("podium-sim-10");

        time.close();

        assertThat(threads(directory.resolve("after"))).doesNotContain("podium-sim-");
    }

    /** Virtual threads are listed nowhere else than in a dump. */
    private static String threads(Path file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        return Files.readString(file);
    }

    @Test
    void anHourWithAThousandTimersASecondTakesSeconds() {
        var fired = new AtomicInteger();
        try (var time = SimulatedDispatcher.seeded(5)) {
            for (int i = 0; i < 1000; i++) {
                time.every("beat", Duration.ofNanos(i * 1_000_003L), Duration.ofSeconds(1), fired::incrementAndGet);
            }
            long start = System.nanoTime();

            time.runFor(Duration.ofHours(1));

            report("timers fired", fired.get(), start);
        }
        assertThat(fired.get()).isBetween(3_598_000, 3_601_000);
    }

    @Test
    void aMillionTasksTakeLessThanSeconds() {
        var ran = new AtomicInteger();
        try (var time = SimulatedDispatcher.seeded(5)) {
            long start = System.nanoTime();
            for (int i = 0; i < 1000; i++) {
                for (int j = 0; j < 2000; j++) {
                    time.execute("task", ran::incrementAndGet);
                }
                time.awaitIdle();
            }
            report("tasks run", ran.get(), start);
        }
        assertThat(ran.get()).isEqualTo(2_000_000);
    }

    @Test
    void aHandOffTakesMicroseconds() {
        int rounds = 100_000;
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
            long start = System.nanoTime();
            time.awaitIdle();
            report("hand-offs made", 2 * rounds, start);
        }
        assertThat(done.get()).isEqualTo(2);
    }

    private static void report(String what, int count, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.println(what + ": " + count + " in " + seconds + " s, " + Math.round(count / seconds) + "/s");
    }
}
