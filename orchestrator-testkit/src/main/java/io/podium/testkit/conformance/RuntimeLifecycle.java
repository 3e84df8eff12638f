package io.podium.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.runtime.Capability;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.Credentials;
import io.podium.api.runtime.RuntimeFailure.Code;
import io.podium.api.runtime.SandboxStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sandboxes and containers, from their making to their removal. */
abstract class RuntimeLifecycle extends RuntimeContract {
    RuntimeLifecycle(ContainerRuntimeConformance suite) {
        super(suite);
    }

    @Test
    void knowsItsImagesAndNamesTheOneItCannotHave() throws Exception {
        fixture().run(() -> {
            var image = fixture().command(HELLO).orElseThrow().image();
            assertThat(runtime().pull(image, Credentials.NONE).reference()).isEqualTo(image);
            assertThat(runtime().image(image)).isPresent();
            assertThat(runtime().images())
                    .anyMatch(present -> present.reference().equals(image));

            var missing = fixture().missingImage();
            assertThat(runtime().image(missing)).isEmpty();
            assertFailure(Code.NO_SUCH_IMAGE, () -> runtime().pull(missing, Credentials.NONE));
            assertThatThrownBy(() -> runtime().pull(missing, Credentials.NONE)).hasMessageContaining(missing);
            var pod = pod("web");
            var spec = SpecChanges.image(pod.spec("app", HELLO), missing);
            assertFailure(Code.NO_SUCH_IMAGE, () -> pod.create(spec));
        });
    }

    @Test
    void keepsSandboxesUntilTheyAreRemoved() throws Exception {
        fixture().run(() -> {
            var first = pod("first");
            var second = pod("second");
            assertThat(runtime().sandboxes())
                    .extracting(SandboxStatus::id)
                    .containsExactly(first.sandboxId(), second.sandboxId());
            assertThat(first.sandbox().ready()).isTrue();
            assertThat(first.sandbox().labels()).containsEntry("io.kubernetes.pod.name", "first");

            runtime().stopSandbox(first.sandboxId());
            runtime().stopSandbox(first.sandboxId());
            assertThat(first.sandbox().ready()).isFalse();
            assertFailure(Code.WRONG_STATE, () -> first.create(first.spec("app", HELLO)));

            runtime().removeSandbox(first.sandboxId());
            runtime().removeSandbox(first.sandboxId());
            assertThat(runtime().sandboxes()).extracting(SandboxStatus::id).containsExactly(second.sandboxId());
        });
    }

    @Test
    void saysHowAPodIsReached() throws Exception {
        fixture().run(() -> {
            var first = pod("first");
            var second = pod("second");
            if (can(Capability.POD_ADDRESS)) {
                assertThat(first.sandbox().reach()).isInstanceOf(SandboxStatus.Reach.Address.class);
                assertThat(first.sandbox().reach())
                        .isNotEqualTo(second.sandbox().reach());
            } else if (first.sandbox().reach() instanceof SandboxStatus.Reach.PortMap map) {
                assertThat(map.hostPorts()).containsOnlyKeys(8080);
            }
        });
    }

    @Test
    void takesAContainerFromCreatedToExited() throws Exception {
        fixture().run(() -> {
            var pod = pod("web");
            var id = pod.create(pod.spec("app", new TestProgram.Print(List.of(), List.of(), 7)));
            var created = pod.status(id);
            assertThat(created.state()).isEqualTo(ContainerStatus.State.CREATED);
            assertThat(created.sandboxId()).isEqualTo(pod.sandboxId());
            assertThat(created.labels()).containsEntry("io.kubernetes.container.name", "app");
            assertThat(created.startedAt()).isNull();

            runtime().startContainer(id);
            var ended = pod.awaitEnd(id);

            assertThat(ended.exitCode()).isEqualTo(7);
            assertThat(ended.reason()).isEqualTo("Error");
            assertThat(ended.startedAt()).isBetween(ended.createdAt(), ended.finishedAt());
            assertThat(runtime().containers()).extracting(ContainerStatus::id).containsExactly(id);
        });
    }

    @Test
    void callsAnEndWithZeroCompleted() throws Exception {
        fixture().run(() -> {
            var pod = pod("web");

            var ended = pod.awaitEnd(pod.start("app", HELLO));

            assertThat(ended.exitCode()).isZero();
            assertThat(ended.reason()).isEqualTo("Completed");
        });
    }

    @Test
    void seesAProgramEndByItself() throws Exception {
        fixture().run(() -> {
            var pod = pod("web");
            var work = Duration.ofMillis(300);
            long begun = fixture().dispatcher().nanos();

            var id = pod.start("app", new TestProgram.Work(work));

            var seen = pod.status(id).state();
            if (fixture().dispatcher().nanos() - begun < work.toNanos()) {
                assertThat(seen).isEqualTo(ContainerStatus.State.RUNNING);
            }
            assertThat(pod.awaitEnd(id).exitCode()).isZero();
        });
    }

    @Test
    void startsAContainerOnce() throws Exception {
        fixture().run(() -> {
            var pod = pod("web");
            var id = pod.start("app", HELLO);

            assertFailure(Code.WRONG_STATE, () -> runtime().startContainer(id));
            pod.awaitEnd(id);
            assertFailure(Code.WRONG_STATE, () -> runtime().startContainer(id));
            assertFailure(Code.NOT_FOUND, () -> runtime().startContainer("no-such-container"));
            assertFailure(Code.NOT_FOUND, () -> runtime().createContainer("no-such-sandbox", pod.spec("b", HELLO)));
        });
    }

    @Test
    void makesAnotherAttemptBesideTheOneThatEnded() throws Exception {
        fixture().run(() -> {
            var pod = pod("web");
            var first = pod.start("app", HELLO);
            pod.awaitEnd(first);

            var second = pod.start(SpecChanges.attempt(pod.spec("app", HELLO), 1));
            pod.awaitEnd(second);

            assertThat(runtime().containers()).extracting(ContainerStatus::id).containsExactly(first, second);
            assertThat(runtime().containers())
                    .extracting(ContainerStatus::attempt)
                    .containsExactly(0, 1);
        });
    }

    @Test
    void reportsAFailedStartAsKubernetesDoes() throws Exception {
        fixture().run(() -> {
            var pod = pod("web");
            var id = pod.create(pod.spec("app", new TestProgram.Missing()));

            assertFailure(Code.NO_SUCH_COMMAND, () -> runtime().startContainer(id));

            var status = pod.status(id);
            assertThat(status.state()).isEqualTo(ContainerStatus.State.EXITED);
            assertThat(status.exitCode()).isEqualTo(128);
            assertThat(status.reason()).isEqualTo("StartError");
            assertThat(status.message()).isNotEmpty();
            assertThat(status.startedAt()).isEqualTo(Instant.EPOCH);
        });
    }

    @Test
    void leavesAContainerThatWasNotStartedAsItIs() throws Exception {
        fixture().run(() -> {
            var pod = pod("web");
            var id = pod.create(pod.spec("app", HELLO));

            runtime().stopContainer(id, "SIGTERM", GRACE);

            assertThat(pod.status(id).state()).isEqualTo(ContainerStatus.State.CREATED);
        });
    }

    @Test
    void takesCallsFromManyTasksAtOnce() throws Exception {
        fixture().run(() -> {
            var ids = new CopyOnWriteArrayList<String>();
            var tasks = IntStream.range(0, 12)
                    .mapToObj(i -> fixture().dispatcher().execute("pod " + i, () -> {
                        var pod = pod("pod-" + i);
                        ids.add(pod.start("app", HELLO));
                    }))
                    .toList();
            for (var task : tasks) {
                task.join();
            }

            var pod = pod("looking");
            var codes = new ArrayList<Integer>();
            for (var id : ids) {
                codes.add(pod.awaitEnd(id).exitCode());
            }
            assertThat(codes).hasSize(12).containsOnly(0);
        });
    }

    @Test
    void findsContainersAgainAfterARestartIfItPromisesTo() throws Exception {
        fixture().run(() -> {
            var pod = pod("web");
            var id = pod.startReady("app", new TestProgram.Run());
            var done = pod.start("done", new TestProgram.Print(List.of(), List.of(), 5));
            pod.awaitEnd(done);

            restartRuntime();

            var after = pod.seenBy(runtime());
            if (!can(Capability.ADOPTION)) {
                assertThat(runtime().containers()).isEmpty();
                assertThat(runtime().sandboxes()).isEmpty();
                return;
            }
            assertThat(after.sandbox().labels()).containsEntry("io.kubernetes.pod.name", "web");
            assertThat(after.status(done).exitCode()).isEqualTo(5);
            assertThat(after.status(id).state()).isEqualTo(ContainerStatus.State.RUNNING);
            assertThat(after.status(id).labels()).containsEntry("io.kubernetes.container.name", "app");
            runtime().stopContainer(id, "SIGTERM", GRACE);
            assertThat(after.status(id).exitCode()).isEqualTo(143);
        });
    }
}
