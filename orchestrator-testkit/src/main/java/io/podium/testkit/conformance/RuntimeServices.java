package io.podium.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.podium.api.runtime.Capability;
import io.podium.api.runtime.ContainerSpec;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.ExecRequest;
import io.podium.api.runtime.RuntimeFailure.Code;
import io.podium.runtime.logs.CriLine;
import io.podium.runtime.logs.CriLog;
import io.podium.runtime.logs.LogQuery;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a program finds around it: logs, variables, files, commands run beside it, limits, the machine. */
abstract class RuntimeServices extends RuntimeContract {
    RuntimeServices(ContainerRuntimeConformance suite) {
        super(suite);
    }

    @Test
    void writesBothStreamsToTheLog() throws Exception {
        fixture().run(() -> {
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
        fixture().run(() -> {
            assumeTrue(can(Capability.LOG_FILES), "this runtime writes no log files");
            var pod = pod("web");
            var lines = IntStream.range(0, 500).mapToObj(i -> "line " + i).toList();

            pod.awaitEnd(pod.start("app", new TestProgram.Print(lines, List.of(), 0)));

            assertThat(pod.output("app").lines()).containsExactlyElementsOf(lines);
        });
    }

    @Test
    void givesTheVariablesThatItAnnouncesUnlessTheSpecSaysOtherwise() throws Exception {
        fixture().run(() -> {
            assumeTrue(can(Capability.LOG_FILES), "this runtime writes no log files");
            var pod = pod("web");
            for (var variable : runtime().variables(pod.sandboxId(), "app").entrySet()) {
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
        fixture().run(() -> {
            assumeTrue(fixture().realFiles(), "this runtime has no files");
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
        fixture().run(() -> {
            assumeTrue(fixture().realFiles(), "this runtime has no files");
            var pod = pod("web");
            var spec = pod.spec("app", new TestProgram.Write("/dev/termination-log", "why"));
            Files.createFile(spec.terminationMessage());

            pod.awaitEnd(pod.start(spec));

            assertThat(spec.terminationMessage()).hasContent("why");
        });
    }

    @Test
    void refusesAnotherUserUnlessItPromisesUsers() throws Exception {
        fixture().run(() -> {
            assumeTrue(!can(Capability.USERS), "this runtime runs containers as other users");
            var pod = pod("web");
            var spec = SpecChanges.user(pod.spec("app", HELLO), 54_321);

            assertFailure(Code.UNSUPPORTED, () -> pod.create(spec));
        });
    }

    @Test
    void runsCommandsBesideTheProgramOrRefusesThem() throws Exception {
        fixture().run(() -> {
            var pod = pod("web");
            var id = pod.startReady("app", new TestProgram.Run());
            var words = fixture()
                    .command(new TestProgram.Print(List.of("out"), List.of("err"), 4))
                    .orElseThrow()
                    .words();

            if (can(Capability.EXEC)) {
                var result = runtime().exec(id, words, GRACE);
                assertThat(result.exitCode()).isEqualTo(4);
                assertThat(result.stdout()).isEqualTo("out\n");
                assertThat(result.stderr()).isEqualTo("err\n");
            } else {
                assertFailure(Code.UNSUPPORTED, () -> runtime().exec(id, words, GRACE));
                assertFailure(Code.UNSUPPORTED, () -> runtime().openExec(id, new ExecRequest(words, false, false)));
            }
            assertThat(pod.status(id).state()).isEqualTo(ContainerStatus.State.RUNNING);
        });
    }

    @Test
    void endsCommandsThatTakeTooLongOrDoNotExist() throws Exception {
        fixture().run(() -> {
            assumeTrue(can(Capability.EXEC), "this runtime runs no commands");
            var pod = pod("web");
            var id = pod.startReady("app", new TestProgram.Run());
            var endless =
                    fixture().command(new TestProgram.Ignore()).orElseThrow().words();

            assertFailure(Code.TIMEOUT, () -> runtime().exec(id, endless, Duration.ofMillis(300)));
            fixture()
                    .command(new TestProgram.Missing())
                    .ifPresent(missing ->
                            assertFailure(Code.NO_SUCH_COMMAND, () -> runtime().exec(id, missing.words(), GRACE)));
            assertThat(pod.status(id).state()).isEqualTo(ContainerStatus.State.RUNNING);
            runtime().stopContainer(id, "SIGTERM", GRACE);
            assertFailure(Code.WRONG_STATE, () -> runtime().exec(id, endless, GRACE));
        });
    }

    @Test
    void enforcesMemoryOrSaysThatItDoesNot() throws Exception {
        fixture().run(() -> {
            if (!can(Capability.MEMORY_LIMIT)) {
                assertThat(runtime().machine().unenforced()).containsKey("memory");
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
        fixture()
                .run(() -> assertThat(runtime().machine().unenforced().containsKey("cpu"))
                        .isNotEqualTo(can(Capability.CPU_LIMIT)));
    }

    @Test
    void describesTheMachine() throws Exception {
        fixture().run(() -> {
            var machine = runtime().machine();

            assertThat(machine.capacity()).containsKeys("cpu", "memory", "pods");
            assertThat(machine.capacity().values())
                    .allSatisfy(quantity -> assertThat(quantity.signum()).isPositive());
            assertThat(machine.operatingSystem()).isNotEmpty();
            assertThat(machine.architecture()).isNotEmpty();
            assertThat(runtime().name()).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
            assertThat(runtime().version()).startsWith(runtime().name() + "://");
        });
    }
}
