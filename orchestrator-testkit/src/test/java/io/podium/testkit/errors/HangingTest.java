package io.podium.testkit.errors;

import static io.podium.api.Conditions.gone;
import static io.podium.api.Conditions.ready;
import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.Cluster;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.controller.Keys;
import io.podium.api.controller.Reconciler;
import io.podium.api.controller.Result;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Pod;
import io.podium.api.core.Secret;
import io.podium.api.dispatch.Signal;
import io.podium.runtime.Runtimes;
import io.podium.testkit.TestCluster;
import io.podium.testkit.sim.SimulatedDispatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Code of the application that does not return: nobody else waits for it, and closing ends all the same. */
class HangingTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<String> reconciled = new ArrayList<>();

    private static ConfigMap map(String name) {
        return ConfigMap.named(name).namespace("default").build();
    }

    private static ControllerSpec controller(String name, Reconciler reconciler) {
        return ControllerSpec.named(name).watches(ConfigMap.KIND, Keys.self()).reconciles(context -> reconciler);
    }

    /** A door in virtual time, at which others wait until it is opened. */
    private static final class Door {
        private TestCluster cluster;
        private Signal opened;
        private boolean open;

        void pass() throws InterruptedException {
            opened.await(() -> open);
        }

        void open() {
            open = true;
            opened.pulse();
        }

        TestCluster of(TestCluster started) {
            cluster = started;
            opened = cluster.time().signal("the door");
            return cluster;
        }
    }

    @Test
    void aReconcilerHoldsUpNoOtherControllerAndItsOwnForHalfAMinute() {
        var door = new Door();
        var slow = controller("slow", key -> {
            reconciled.add("slow " + key.name());
            if (key.name().equals("stuck")) {
                door.pass();
            }
            return Result.done();
        });
        var other = controller("other", key -> {
            reconciled.add("other " + key.name());
            return Result.done();
        });
        try (var log = new CapturedLog();
                var cluster = door.of(
                        TestCluster.seeded(1).controller(slow).controller(other).start())) {
            cluster.create(map("stuck"));
            cluster.runFor(SECOND);
            cluster.create(map("late"));
            cluster.runFor(SECOND);
            assertThat(reconciled)
                    .contains("slow stuck", "other stuck", "other late")
                    .doesNotContain("slow late");

            cluster.runFor(Duration.ofSeconds(30));
            cluster.create(map("later"));
            cluster.runFor(SECOND);

            assertThat(reconciled).contains("slow late", "slow later");
            assertThat(log.text())
                    .contains(
                            "Work on a key has not returned for 15 seconds, others go on without it queue=sim/sim/slow reconcile"
                                    + " key=default/stuck");
        }
    }

    /** A key is never reconciled twice at once, however long that takes; what changed meanwhile is looked at afterwards. */
    @Test
    void aReconcilerIsNotCalledAgainBeforeItReturns() {
        var door = new Door();
        var slow = controller("slow", key -> {
            reconciled.add(key.name());
            door.pass();
            return Result.done();
        });
        try (var cluster = door.of(TestCluster.seeded(1).controller(slow).start())) {
            var stored = cluster.create(map("stuck"));
            cluster.runFor(Duration.ofMinutes(1));
            cluster.client().update(stored.withData(Map.of("now", "changed")), WriteOptions.PLAIN);
            cluster.runFor(Duration.ofMinutes(1));
            assertThat(reconciled).containsExactly("stuck");

            door.open();
            cluster.runFor(SECOND);

            assertThat(reconciled).containsExactly("stuck", "stuck");
        }
    }

    /** It runs on the thread of the writer, who waits for it; it has no time limit of its own. */
    @Test
    void anAdmissionFunctionHoldsUpItsWriterOnly() {
        var door = new Door();
        try (var cluster = door.of(TestCluster.simulated(1))) {
            cluster.cluster().mutate(ConfigMap.KIND, (map, attributes) -> {
                if (map.name().equals("stuck")) {
                    try {
                        door.pass();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException("the writer was interrupted", e);
                    }
                }
                return map;
            });
            cluster.time().execute("writer", () -> cluster.create(map("stuck")));
            cluster.time().execute("another writer", () -> cluster.create(map("quick")));
            cluster.create(Secret.named("stuck").build());
            cluster.runFor(Duration.ofMinutes(1));
            assertThat(cluster.all(ConfigMap.KIND)).extracting(ConfigMap::name).containsExactly("quick");

            door.open();
            cluster.runFor(SECOND);

            assertThat(cluster.all(ConfigMap.KIND)).extracting(ConfigMap::name).containsExactly("quick", "stuck");
        }
    }

    /** Interrupted, they end; a pod that was asked to go waits for that no longer than its grace period. */
    @Test
    void closingInterruptsWhatHangs() throws InterruptedException {
        var at = new CountDownLatch(2);
        var never = new CountDownLatch(1);
        var cluster = Cluster.builder()
                .name("hanging")
                .closeGrace(SECOND)
                .nodes(1, Runtimes.jvm("sleeper", context -> {
                    at.countDown();
                    never.await();
                    return 0;
                }))
                .controller(controller("sleeper", key -> {
                    at.countDown();
                    never.await();
                    return Result.done();
                }))
                .start();
        cluster.apply(map("stuck"));
        PodStory.begin(cluster, "sleeper", c -> c.image("sleeper").command());
        assertThat(at.await(60, TimeUnit.SECONDS)).isTrue();

        long asked = System.nanoTime();
        cluster.close();

        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isBetween(SECOND, Duration.ofSeconds(60));
        assertThat(cluster.dispatcher().liveTasks()).isEmpty();
    }

    /**
     * Java cannot kill a thread. A function that ignores everything keeps its pod, and says so in an Event; other pods come and go, and
     * closing names it in the log and leaves it behind.
     */
    @Test
    void aFunctionThatIgnoresItsEndKeepsItsPod() throws InterruptedException {
        var at = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var cluster = Cluster.builder()
                .nodes(1, Runtimes.jvm("stubborn", context -> {
                    at.countDown();
                    awaitWhatever(end);
                    return 0;
                }))
                .start()) {
            var story = PodStory.begin(
                    cluster,
                    "stubborn",
                    c -> c.image("stubborn").command(),
                    p -> p.podSpec(spec -> spec.terminationGracePeriodSeconds(1L)));
            assertThat(at.await(60, TimeUnit.SECONDS)).isTrue();

            cluster.pod("stubborn").delete();
            story.awaitEvent(
                    "Warning FailedKillPod error killing pod: container app of pod default/stubborn: the function of image"
                            + " stubborn was asked to end and interrupted, and goes on; Java cannot kill it. Let it return when"
                            + " isCancelled() is true, and end on InterruptedException");
            PodStory.begin(cluster, "next", c -> c.image("stubborn").command());
            cluster.pod("next").await(ready(), PodStory.PATIENCE);
            assertThat(story.now().isTerminating()).isTrue();

            end.countDown();
            cluster.object(Pod.KIND, story.pod().key()).await(gone(), PodStory.PATIENCE);
        }
    }

    private static void awaitWhatever(CountDownLatch end) {
        while (true) {
            try {
                end.await();
                return;
            } catch (InterruptedException e) {
                continue; // as badly behaved code does
            }
        }
    }

    /** In virtual time, because it takes the ten seconds that each part has to end. */
    @Test
    void closingDoesNotWaitForEverForWhatIgnoresItsEnd() {
        try (var log = new CapturedLog();
                var time = SimulatedDispatcher.seeded(1)) {
            var door = time.signal("a door that nobody opens");
            var cluster = Cluster.builder()
                    .name("deaf")
                    .dispatcher(time)
                    .closeGrace(SECOND)
                    .nodes(1, Runtimes.jvm("deaf", context -> {
                        hang(door);
                        return 0;
                    }))
                    .controller(controller("deaf", key -> {
                        hang(door);
                        return Result.done();
                    }))
                    .start();
            cluster.apply(map("stuck"));
            PodStory.begin(cluster, "deaf", c -> c.image("deaf").command());
            time.runFor(Duration.ofSeconds(5));
            assertThat(cluster.pod("deaf").get().status().phase()).isEqualTo("Running");

            var asked = time.now();
            cluster.close();

            assertThat(Duration.between(asked, time.now())).isLessThan(Duration.ofMinutes(1));
            assertThat(log.text())
                    .contains("Tasks ignored their interruption and are left behind")
                    .contains("deaf: reconcile")
                    .contains("default/deaf/app");
        }
    }

    private static void hang(Signal door) {
        while (true) {
            try {
                door.await(() -> false);
            } catch (InterruptedException e) {
                continue; // as badly behaved code does
            }
        }
    }
}
