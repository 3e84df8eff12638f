package io.podium.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.podium.api.runtime.Capability;
import io.podium.api.runtime.ContainerRuntime;
import io.podium.api.runtime.ContainerSpec;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.Credentials;
import io.podium.api.runtime.ExecRequest;
import io.podium.api.runtime.RuntimeEvent;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.api.runtime.RuntimeFailure.Code;
import io.podium.api.runtime.SandboxStatus;
import io.podium.runtime.logs.CriLine;
import io.podium.runtime.logs.CriLog;
import io.podium.runtime.logs.LogQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of {@link ContainerRuntime}. A capability that is promised is checked; one that is not must be refused, as the interface
 * says, or be named as not enforced. Tests of programs that a runtime cannot have are skipped.
 */
@SuppressWarnings("NullAway.Init") // JUnit fills what is not final
public abstract class ContainerRuntimeConformance {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final TestProgram.Print HELLO = new TestProgram.Print(List.of("hello"), List.of(), 0);

    @TempDir
    Path temp;

    private RuntimeFixture fixture;
    private ContainerRuntime runtime;

    /** For the suites of runtimes. */
    protected ContainerRuntimeConformance() {}

    /**
     * Makes a fixture.
     *
     * @return a new one for each test
     */
    protected abstract RuntimeFixture fixture();

    @BeforeEach
    final void startRuntime() throws Exception {
        fixture = fixture();
        fixture.run(() -> runtime = fixture.start(temp.resolve("runtime")));
    }

    @AfterEach
    final void closeRuntime() throws Exception {
        fixture.run(() -> {
            fixture.endStubborn();
            runtime.sandboxes().forEach(sandbox -> runtime.removeSandbox(sandbox.id()));
            runtime.close();
            assertThat(fixture.dispatcher().liveTasks()).as("tasks left behind").isEmpty();
        });
        fixture.close();
    }

    private RuntimeTestPod pod(String name) {
        return RuntimeTestPod.create(fixture, runtime, temp.resolve(name), name);
    }

    private boolean can(Capability capability) {
        return runtime.capabilities().contains(capability);
    }

    private static void assertFailure(Code code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }

    @Test
    void knowsItsImagesAndNamesTheOneItCannotHave() throws Exception {
        fixture.run(() -> {
            var image = fixture.command(HELLO).orElseThrow().image();
            assertThat(runtime.pull(image, Credentials.NONE).reference()).isEqualTo(image);
            assertThat(runtime.image(image)).isPresent();
            assertThat(runtime.images()).anyMatch(present -> present.reference().equals(image));

            var missing = fixture.missingImage();
            assertThat(runtime.image(missing)).isEmpty();
            assertFailure(Code.NO_SUCH_IMAGE, () -> runtime.pull(missing, Credentials.NONE));
            assertThatThrownBy(() -> runtime.pull(missing, Credentials.NONE)).hasMessageContaining(missing);
            var pod = pod("web");
            var spec = SpecChanges.image(pod.spec("app", HELLO), missing);
            assertFailure(Code.NO_SUCH_IMAGE, () -> pod.create(spec));
        });
    }

    @Test
    void keepsSandboxesUntilTheyAreRemoved() throws Exception {
        fixture.run(() -> {
            var first = pod("first");
            var second = pod("second");
            assertThat(runtime.sandboxes())
                    .extracting(SandboxStatus::id)
                    .containsExactly(first.sandboxId(), second.sandboxId());
            assertThat(first.sandbox().ready()).isTrue();
            assertThat(first.sandbox().labels()).containsEntry("io.kubernetes.pod.name", "first");

            runtime.stopSandbox(first.sandboxId());
            runtime.stopSandbox(first.sandboxId());
            assertThat(first.sandbox().ready()).isFalse();
            assertFailure(Code.WRONG_STATE, () -> first.create(first.spec("app", HELLO)));

            runtime.removeSandbox(first.sandboxId());
            runtime.removeSandbox(first.sandboxId());
            assertThat(runtime.sandboxes()).extracting(SandboxStatus::id).containsExactly(second.sandboxId());
        });
    }

    @Test
    void saysHowAPodIsReached() throws Exception {
        fixture.run(() -> {
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
        fixture.run(() -> {
            var pod = pod("web");
            var id = pod.create(pod.spec("app", new TestProgram.Print(List.of(), List.of(), 7)));
            var created = pod.status(id);
            assertThat(created.state()).isEqualTo(ContainerStatus.State.CREATED);
            assertThat(created.sandboxId()).isEqualTo(pod.sandboxId());
            assertThat(created.labels()).containsEntry("io.kubernetes.container.name", "app");
            assertThat(created.startedAt()).isNull();

            runtime.startContainer(id);
            var ended = pod.awaitEnd(id);

            assertThat(ended.exitCode()).isEqualTo(7);
            assertThat(ended.reason()).isEqualTo("Error");
            assertThat(ended.startedAt()).isBetween(ended.createdAt(), ended.finishedAt());
            assertThat(runtime.containers()).extracting(ContainerStatus::id).containsExactly(id);
        });
    }

    @Test
    void callsAnEndWithZeroCompleted() throws Exception {
        fixture.run(() -> {
            var pod = pod("web");

            var ended = pod.awaitEnd(pod.start("app", HELLO));

            assertThat(ended.exitCode()).isZero();
            assertThat(ended.reason()).isEqualTo("Completed");
        });
    }

    @Test
    void seesAProgramEndByItself() throws Exception {
        fixture.run(() -> {
            var pod = pod("web");

            var id = pod.start("app", new TestProgram.Work(Duration.ofMillis(300)));

            assertThat(pod.status(id).state()).isEqualTo(ContainerStatus.State.RUNNING);
            assertThat(pod.awaitEnd(id).exitCode()).isZero();
        });
    }

    @Test
    void startsAContainerOnce() throws Exception {
        fixture.run(() -> {
            var pod = pod("web");
            var id = pod.start("app", HELLO);

            assertFailure(Code.WRONG_STATE, () -> runtime.startContainer(id));
            pod.awaitEnd(id);
            assertFailure(Code.WRONG_STATE, () -> runtime.startContainer(id));
            assertFailure(Code.NOT_FOUND, () -> runtime.startContainer("no-such-container"));
            assertFailure(Code.NOT_FOUND, () -> runtime.createContainer("no-such-sandbox", pod.spec("b", HELLO)));
        });
    }

    @Test
    void makesAnotherAttemptBesideTheOneThatEnded() throws Exception {
        fixture.run(() -> {
            var pod = pod("web");
            var first = pod.start("app", HELLO);
            pod.awaitEnd(first);

            var second = pod.start(SpecChanges.attempt(pod.spec("app", HELLO), 1));
            pod.awaitEnd(second);

            assertThat(runtime.containers()).extracting(ContainerStatus::id).containsExactly(first, second);
            assertThat(runtime.containers())
                    .extracting(ContainerStatus::attempt)
                    .containsExactly(0, 1);
        });
    }

    @Test
    void reportsAFailedStartAsKubernetesDoes() throws Exception {
        fixture.run(() -> {
            var pod = pod("web");
            var id = pod.create(pod.spec("app", new TestProgram.Missing()));

            assertFailure(Code.NO_SUCH_COMMAND, () -> runtime.startContainer(id));

            var status = pod.status(id);
            assertThat(status.state()).isEqualTo(ContainerStatus.State.EXITED);
            assertThat(status.exitCode()).isEqualTo(128);
            assertThat(status.reason()).isEqualTo("StartError");
            assertThat(status.message()).isNotEmpty();
            assertThat(status.startedAt()).isEqualTo(Instant.EPOCH);
        });
    }

    @Test
    void writesBothStreamsToTheLog() throws Exception {
        fixture.run(() -> {
            assumeTrue(can(Capability.LOG_FILES), "this runtime writes no log files");
            var pod = pod("web");

            pod.awaitEnd(pod.start("app", new TestProgram.Print(List.of("one", "two"), List.of("bad"), 0)));

            var lines = new CriLog(pod.log("app")).lines(LogQuery.ALL);
            assertThat(lines)
                    .filteredOn(line -> line.stream().equals("stdout"))
                    .extracting(CriLine::text)
                    .containsExactly("one", "two");
            assertThat(lines)
                    .filteredOn(line -> line.stream().equals("stderr"))
                    .extracting(CriLine::text)
                    .containsExactly("bad");
        });
    }

    @Test
    void hasTheWholeLogByTheTimeAContainerHasEnded() throws Exception {
        fixture.run(() -> {
            assumeTrue(can(Capability.LOG_FILES), "this runtime writes no log files");
            var pod = pod("web");
            var lines = IntStream.range(0, 500).mapToObj(i -> "line " + i).toList();

            pod.awaitEnd(pod.start("app", new TestProgram.Print(lines, List.of(), 0)));

            assertThat(pod.output("app").lines()).containsExactlyElementsOf(lines);
        });
    }

    @Test
    void stopsAContainerBySignal() throws Exception {
        fixture.run(() -> {
            var pod = pod("web");
            var id = pod.startReady("app", new TestProgram.Run());

            runtime.stopContainer(id, "SIGTERM", GRACE);

            assertThat(pod.status(id).state()).isEqualTo(ContainerStatus.State.EXITED);
            assertThat(pod.status(id).exitCode()).isEqualTo(143);
            runtime.stopContainer(id, "SIGTERM", GRACE);
            runtime.stopContainer("no-such-container", "SIGTERM", GRACE);
        });
    }

    @Test
    void letsAProgramEndInItsOwnWay() throws Exception {
        fixture.run(() -> {
            var pod = pod("web");
            var id = pod.startReady("app", new TestProgram.Obey(3));

            runtime.stopContainer(id, "SIGTERM", GRACE);

            assertThat(pod.status(id).exitCode()).isEqualTo(3);
            if (can(Capability.LOG_FILES)) {
                assertThat(pod.output("app")).contains("bye");
            }
        });
    }

    @Test
    void leavesAContainerThatWasNotStartedAsItIs() throws Exception {
        fixture.run(() -> {
            var pod = pod("web");
            var id = pod.create(pod.spec("app", HELLO));

            runtime.stopContainer(id, "SIGTERM", GRACE);

            assertThat(pod.status(id).state()).isEqualTo(ContainerStatus.State.CREATED);
        });
    }

    @Test
    void killsWhatIgnoresItsSignalOrSaysThatItCannot() throws Exception {
        fixture.run(() -> {
            var pod = pod("web");
            var id = pod.startReady("app", new TestProgram.Ignore());

            if (can(Capability.KILL)) {
                runtime.stopContainer(id, "SIGTERM", Duration.ofMillis(300));
                assertThat(pod.status(id).exitCode()).isEqualTo(137);
                assertThat(pod.status(id).reason()).isEqualTo("Error");
            } else {
                assertFailure(Code.TIMEOUT, () -> runtime.stopContainer(id, "SIGTERM", Duration.ofMillis(300)));
                assertThat(pod.status(id).state()).isEqualTo(ContainerStatus.State.RUNNING);
                assertThat(runtime.machine().unenforced()).containsKey("kill");
            }
        });
    }

    @Test
    void removesContainersThatRun() throws Exception {
        fixture.run(() -> {
            var pod = pod("web");
            var id = pod.startReady("app", new TestProgram.Run());

            runtime.removeContainer(id);
            runtime.removeContainer(id);

            assertThat(runtime.container(id)).isEmpty();
            assertThat(runtime.containers()).isEmpty();
        });
    }

    @Test
    void endsContainersWithTheirSandbox() throws Exception {
        fixture.run(() -> {
            var pod = pod("web");
            var id = pod.startReady("app", new TestProgram.Run());
            var other = pod("other");
            var survivor = other.startReady("app", new TestProgram.Run());

            runtime.stopSandbox(pod.sandboxId());
            assertThat(pod.status(id).state()).isEqualTo(ContainerStatus.State.EXITED);
            runtime.removeSandbox(pod.sandboxId());

            assertThat(runtime.container(id)).isEmpty();
            assertThat(other.status(survivor).state()).isEqualTo(ContainerStatus.State.RUNNING);
        });
    }

    @Test
    void tellsSubscribersOfAnEndTheyDidNotCause() throws Exception {
        fixture.run(() -> {
            var pod = pod("web");
            var events = new CopyOnWriteArrayList<RuntimeEvent>();
            var id = pod.create(pod.spec("app", HELLO));
            try (var subscription = runtime.subscribe(events::add)) {
                runtime.startContainer(id);
                pod.awaitEnd(id);
                pod.await("events", () -> events.contains(new RuntimeEvent("uid-of-web", id)));
                assertThat(subscription).isNotNull();
            }
        });
    }

    @Test
    void givesTheVariablesThatItAnnouncesUnlessTheSpecSaysOtherwise() throws Exception {
        fixture.run(() -> {
            assumeTrue(can(Capability.LOG_FILES), "this runtime writes no log files");
            var pod = pod("web");
            for (var variable : runtime.variables(pod.sandboxId(), "app").entrySet()) {
                var id = pod.start("app", new TestProgram.PrintVariable(variable.getKey()));
                pod.awaitEnd(id);
                assertThat(pod.output("app").lines().toList().getLast()).isEqualTo(variable.getValue());
            }
            var own = SpecChanges.env(
                    pod.spec("own", new TestProgram.PrintVariable("POD_IP")), "POD_IP", "it's \"me\" $X");
            pod.awaitEnd(pod.start(own));
            assertThat(pod.output("own")).isEqualTo("it's \"me\" $X\n");
        });
    }

    @Test
    void showsVolumesUnderTheirPath() throws Exception {
        fixture.run(() -> {
            assumeTrue(fixture.realFiles(), "this runtime has no files");
            var volume = Files.createDirectories(temp.resolve("volume"));
            var pod = pod("web");
            var spec = pod.spec("app", new TestProgram.Write("/data/deep/file", "text"));

            var id = pod.start(SpecChanges.mount(spec, new ContainerSpec.Mount("/data/deep", volume, false)));

            assertThat(pod.awaitEnd(id).exitCode()).isZero();
            assertThat(volume.resolve("file")).hasContent("text");
        });
    }

    @Test
    void takesATerminationMessage() throws Exception {
        fixture.run(() -> {
            assumeTrue(fixture.realFiles(), "this runtime has no files");
            var pod = pod("web");
            var spec = pod.spec("app", new TestProgram.Write("/dev/termination-log", "why"));
            Files.createFile(spec.terminationMessage());

            pod.awaitEnd(pod.start(spec));

            assertThat(spec.terminationMessage()).hasContent("why");
        });
    }

    @Test
    void refusesAnotherUserUnlessItPromisesUsers() throws Exception {
        fixture.run(() -> {
            assumeTrue(!can(Capability.USERS), "this runtime runs containers as other users");
            var pod = pod("web");
            var spec = SpecChanges.user(pod.spec("app", HELLO), 54_321);

            assertFailure(Code.UNSUPPORTED, () -> pod.create(spec));
        });
    }

    @Test
    void runsCommandsBesideTheProgramOrRefusesThem() throws Exception {
        fixture.run(() -> {
            var pod = pod("web");
            var id = pod.startReady("app", new TestProgram.Run());
            var words = fixture.command(new TestProgram.Print(List.of("out"), List.of("err"), 4))
                    .orElseThrow()
                    .words();

            if (can(Capability.EXEC)) {
                var result = runtime.exec(id, words, GRACE);
                assertThat(result.exitCode()).isEqualTo(4);
                assertThat(result.stdout()).isEqualTo("out\n");
                assertThat(result.stderr()).isEqualTo("err\n");
            } else {
                assertFailure(Code.UNSUPPORTED, () -> runtime.exec(id, words, GRACE));
                assertFailure(Code.UNSUPPORTED, () -> runtime.openExec(id, new ExecRequest(words, false, false)));
            }
            assertThat(pod.status(id).state()).isEqualTo(ContainerStatus.State.RUNNING);
        });
    }

    @Test
    void endsCommandsThatTakeTooLongOrDoNotExist() throws Exception {
        fixture.run(() -> {
            assumeTrue(can(Capability.EXEC), "this runtime runs no commands");
            var pod = pod("web");
            var id = pod.startReady("app", new TestProgram.Run());
            var endless =
                    fixture.command(new TestProgram.Ignore()).orElseThrow().words();

            assertFailure(Code.TIMEOUT, () -> runtime.exec(id, endless, Duration.ofMillis(300)));
            fixture.command(new TestProgram.Missing())
                    .ifPresent(missing ->
                            assertFailure(Code.NO_SUCH_COMMAND, () -> runtime.exec(id, missing.words(), GRACE)));
            assertThat(pod.status(id).state()).isEqualTo(ContainerStatus.State.RUNNING);
            runtime.stopContainer(id, "SIGTERM", GRACE);
            assertFailure(Code.WRONG_STATE, () -> runtime.exec(id, endless, GRACE));
        });
    }

    @Test
    void enforcesMemoryOrSaysThatItDoesNot() throws Exception {
        fixture.run(() -> {
            if (!can(Capability.MEMORY_LIMIT)) {
                assertThat(runtime.machine().unenforced()).containsKey("memory");
                return;
            }
            var pod = pod("web");
            var spec = pod.spec("app", new TestProgram.TakeMemory(200L << 20));

            var id = pod.start(SpecChanges.limits(spec, new ContainerSpec.Limits(0, 32L << 20, 0)));

            var ended = pod.awaitEnd(id);
            assertThat(ended.reason()).isEqualTo("OOMKilled");
            assertThat(ended.exitCode()).isEqualTo(137);
        });
    }

    @Test
    void enforcesCpuOrSaysThatItDoesNot() throws Exception {
        fixture.run(() ->
                assertThat(runtime.machine().unenforced().containsKey("cpu")).isNotEqualTo(can(Capability.CPU_LIMIT)));
    }

    @Test
    void describesTheMachine() throws Exception {
        fixture.run(() -> {
            var machine = runtime.machine();

            assertThat(machine.capacity()).containsKeys("cpu", "memory", "pods");
            assertThat(machine.capacity().values())
                    .allSatisfy(quantity -> assertThat(quantity.signum()).isPositive());
            assertThat(machine.operatingSystem()).isNotEmpty();
            assertThat(machine.architecture()).isNotEmpty();
            assertThat(runtime.name()).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
            assertThat(runtime.version()).startsWith(runtime.name() + "://");
        });
    }

    @Test
    void findsContainersAgainAfterARestartIfItPromisesTo() throws Exception {
        fixture.run(() -> {
            var pod = pod("web");
            var id = pod.startReady("app", new TestProgram.Run());
            var done = pod.start("done", new TestProgram.Print(List.of(), List.of(), 5));
            pod.awaitEnd(done);

            runtime.close();
            runtime = fixture.start(temp.resolve("runtime"));

            var after = pod.seenBy(runtime);
            if (!can(Capability.ADOPTION)) {
                assertThat(runtime.containers()).isEmpty();
                assertThat(runtime.sandboxes()).isEmpty();
                return;
            }
            assertThat(after.sandbox().labels()).containsEntry("io.kubernetes.pod.name", "web");
            assertThat(after.status(done).exitCode()).isEqualTo(5);
            assertThat(after.status(id).state()).isEqualTo(ContainerStatus.State.RUNNING);
            assertThat(after.status(id).labels()).containsEntry("io.kubernetes.container.name", "app");
            runtime.stopContainer(id, "SIGTERM", GRACE);
            assertThat(after.status(id).exitCode()).isEqualTo(143);
        });
    }

    @Test
    void takesCallsFromManyTasksAtOnce() throws Exception {
        fixture.run(() -> {
            var ids = new CopyOnWriteArrayList<String>();
            var tasks = IntStream.range(0, 12)
                    .mapToObj(i -> fixture.dispatcher().execute("pod " + i, () -> {
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
}
