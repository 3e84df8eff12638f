package io.podium.testkit.errors;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.client.Scope;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.controller.Keys;
import io.podium.api.controller.Reconciler;
import io.podium.api.controller.Result;
import io.podium.api.controller.TerminalException;
import io.podium.api.core.ConfigMap;
import io.podium.api.meta.ObjectKey;
import io.podium.testkit.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Controllers and followers of the application that throw: the object concerned is tried again, later each time, and all others go on. */
class ThrowingControllersTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<String> reconciled = new ArrayList<>();

    @AutoClose
    private final CapturedLog log = new CapturedLog();

    private @Nullable TestCluster cluster;

    @AfterEach
    void close() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private TestCluster start(ControllerSpec... controllers) {
        var builder = TestCluster.seeded(1);
        Stream.of(controllers).forEach(builder::controller);
        cluster = builder.start();
        return cluster;
    }

    private static ControllerSpec controller(String name, Reconciler reconciler) {
        return ControllerSpec.named(name).watches(ConfigMap.KIND, Keys.self()).reconciles(context -> reconciler);
    }

    private static ConfigMap map(String name) {
        return ConfigMap.named(name).namespace("default").build();
    }

    @Test
    void aReconcilerThatThrowsIsTriedAgainLaterEachTime() {
        var times = new ArrayList<Long>();
        var start = new TestCluster[1];
        var fragile = controller("fragile", key -> {
            reconciled.add(key.name());
            if (key.name().equals("bad")) {
                times.add(start[0].time().nanos() / 1_000_000);
                throw new IllegalStateException("no licence");
            }
            return Result.done();
        });
        start[0] = start(fragile, controller("other", key -> {
            reconciled.add("other " + key.name());
            return Result.done();
        }));

        start[0].create(map("bad"));
        start[0].create(map("good"));
        start[0].runFor(SECOND);

        assertThat(times)
                .extracting(time -> time - times.getFirst())
                .containsExactly(0L, 5L, 15L, 35L, 75L, 155L, 315L, 635L);
        assertThat(reconciled).contains("good", "other bad", "other good");
        assertThat(log.text())
                .contains("Reconciling failed, will try again controller=fragile key=default/bad in=PT0.005S")
                .contains("in=PT0.64S")
                .contains("java.lang.IllegalStateException: no licence")
                .contains("at io.podium.testkit.errors.ThrowingControllersTest");
        assertThat(start[0].violations()).isEmpty();
    }

    private static Stream<Reconciler> faults() {
        return Stream.of(
                key -> {
                    throw new NoClassDefFoundError("com/example/Missing");
                },
                key -> {
                    throw new StackOverflowError();
                },
                key -> {
                    throw new AssertionError("never");
                },
                key -> {
                    throw new InterruptedException("by itself");
                },
                key -> {
                    throw new java.io.IOException("connection reset");
                },
                ThrowingControllersTest::nothing);
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    private static Result nothing(ObjectKey key) {
        return null;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whateverItThrows(Reconciler fault) {
        var running = start(controller("fragile", key -> {
            reconciled.add(key.name());
            return reconciled.size() == 1 ? fault.reconcile(key) : Result.done();
        }));

        running.create(map("a"));
        running.runFor(SECOND);

        assertThat(reconciled).containsExactly("a", "a");
        assertThat(log.text())
                .contains("Reconciling failed, will try again controller=fragile key=default/a in=PT0.005S");
    }

    @Test
    void aReconcilerThatGivesUpIsNotTriedAgainUntilSomethingChanges() {
        var running = start(controller("choosy", key -> {
            reconciled.add(key.name());
            throw new TerminalException("the schema of default/a is of version 7; this controller knows up to 6");
        }));
        var stored = running.create(map("a"));
        running.runFor(Duration.ofMinutes(10));
        assertThat(reconciled).containsExactly("a");

        running.client().update(stored.withData(Map.of("now", "changed")), WriteOptions.PLAIN);
        running.runFor(Duration.ofMinutes(10));

        assertThat(reconciled).containsExactly("a", "a");
        assertThat(log.text())
                .contains(
                        "Reconciling failed for good controller=choosy key=default/a cause=the schema of default/a is of version 7;"
                                + " this controller knows up to 6");
    }

    @Test
    void aFunctionThatShouldTellKeysAndThrows() {
        var confused = ControllerSpec.named("confused")
                .watches(ConfigMap.KIND, change -> {
                    if (change.newest().name().equals("bad")) {
                        throw new IllegalArgumentException("no owner");
                    }
                    return List.of(change.newest().key());
                })
                .reconciles(context -> key -> {
                    reconciled.add(key.name());
                    return Result.done();
                });
        var running = start(confused);

        running.create(map("a"));
        running.create(map("bad"));
        running.create(map("z"));
        running.runFor(SECOND);

        assertThat(reconciled).contains("a", "z").doesNotContain("bad");
        assertThat(log.text())
                .contains("Which keys a change concerns could not be told; it is left out")
                .contains("object=default/bad")
                .contains("java.lang.IllegalArgumentException: no owner");
    }

    /** The callback runs on the thread of the writer, who must not suffer for it, nor the next follower. */
    @Test
    void aFollowersCallbackThatThrows() {
        var client = start().client();
        try (var bad = client.follow(ConfigMap.KIND, Scope.ALL);
                var good = client.follow(ConfigMap.KIND, Scope.ALL)) {
            bad.advance();
            good.advance();
            bad.onReady(() -> {
                throw new IllegalStateException("closed already");
            });
            good.onReady(() -> reconciled.add("told"));

            client.create(map("a"), WriteOptions.PLAIN);
            good.advance();
            client.create(map("b"), WriteOptions.PLAIN);

            assertThat(reconciled).containsExactly("told", "told");
            assertThat(bad.advance()).hasSize(2);
        }
        assertThat(log.text())
                .contains("The callback of a follower failed; it must only fire a trigger")
                .contains("java.lang.IllegalStateException: closed already");
    }
}
