package io.podium.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.ExecRequest;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.dispatch.SystemDispatcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRuntimeTest {
    @TempDir
    Path temp;

    private Dispatcher dispatcher;
    private ProcessRuntime runtime;
    private TestPod pod;

    @BeforeEach
    void start() {
        dispatcher = SystemDispatcher.start("test");
        runtime = ProcessRuntime.start(dispatcher, ProcessOptions.defaults().shared(temp.resolve("shared")));
        pod = new TestPod(runtime, temp.resolve("pod"));
    }

    @AfterEach
    void close() throws IOException {
        runtime.close();
        assertThat(dispatcher.liveTasks()).isEmpty();
        dispatcher.close();
        try (var left = Files.list(temp.resolve("shared"))) {
            assertThat(left).isEmpty();
        }
        assertThat(temp.resolve("pod/rootfs")).doesNotExist();
    }

    @Test
    void recordsOutputAndExitCode() throws InterruptedException {
        var id = pod.start("app", "sh", "-c", "echo out; echo err >&2; exit 7");

        var status = pod.awaitEnd(id);

        assertThat(status.exitCode()).isEqualTo(7);
        assertThat(status.reason()).isEqualTo("Error");
        assertThat(status.startedAt()).isBetween(status.createdAt(), status.finishedAt());
        assertThat(pod.output("app").lines()).containsExactlyInAnyOrder("out", "err");
    }

    @Test
    void keepsWhatAShortProgramPrintsBeforeItEnds() throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            var id = pod.start("app" + i, "echo", "hello");

            pod.awaitEnd(id);

            assertThat(pod.output("app" + i)).isEqualTo("hello\n");
        }
    }

    @Test
    void tellsTheSignalThatKilledTheProgramAndPrintsNothingOfItsOwn() throws InterruptedException {
        var id = pod.start("app", "sh", "-c", "kill -SEGV $$");

        var status = pod.awaitEnd(id);

        assertThat(status.exitCode()).isEqualTo(139);
        assertThat(pod.output("app")).isEmpty();
    }

    @Test
    void killsAProgramThatIgnoresItsSignalOnceGraceHasPassed() throws InterruptedException {
        var id = pod.start("app", "sh", "-c", "trap '' TERM; echo up; while :; do sleep 0.1; done");
        awaitOutput("app", "up");

        runtime.stopContainer(id, "SIGTERM", Duration.ofMillis(300));

        assertThat(runtime.container(id).orElseThrow().exitCode()).isEqualTo(137);
    }

    @Test
    void sendsTheSignalThatIsAskedFor() throws InterruptedException {
        var id = pod.start(
                "app", "sh", "-c", "trap 'exit 5' INT; trap 'exit 6' USR1; echo up; while :; do sleep 0.05; done");
        awaitOutput("app", "up");

        runtime.stopContainer(id, "SIGUSR1", Duration.ofSeconds(60));

        assertThat(runtime.container(id).orElseThrow().exitCode()).isEqualTo(6);
    }

    @Test
    void endsWhatTheProgramLeavesRunningEvenInAnotherSession() throws InterruptedException {
        var id = pod.start(
                "app",
                "sh",
                "-c",
                "sleep 300 & echo $!; setsid sleep 300 >/dev/null 2>&1 & sleep 0.2; echo $!; exit 0");

        pod.awaitEnd(id);

        assertThat(pod.output("app").lines().map(Long::parseLong))
                .hasSize(2)
                .allSatisfy(pid -> assertThat(new ProcessTable().identify(pid)).isEmpty());
    }

    @Test
    void refusesAProgramThatDoesNotExist() {
        var id = runtime.createContainer(pod.sandbox.id(), pod.spec("app", "/no/such/thing"))
                .id();

        assertThatThrownBy(() -> runtime.startContainer(id))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(RuntimeFailure.Code.NO_SUCH_COMMAND))
                .hasMessageContaining("exec: \"/no/such/thing\": stat /no/such/thing: no such file or directory");

        var status = runtime.container(id).orElseThrow();
        assertThat(status.state()).isEqualTo(ContainerStatus.State.EXITED);
        assertThat(status.exitCode()).isEqualTo(128);
        assertThat(status.reason()).isEqualTo("StartError");
        assertThat(status.startedAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void runsCommandsBesideTheProgram() throws InterruptedException {
        var id = pod.start("app", "sleep", "300");

        var result = runtime.exec(
                id, List.of("sh", "-c", "echo $POD_IP; pwd; echo bad >&2; exit 3"), Duration.ofSeconds(60));

        var variables = runtime.variables(pod.sandbox.id(), "app");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.stdout().lines()).containsExactly(variables.get("POD_IP"), variables.get("POD_ROOT"));
        assertThat(result.stderr()).isEqualTo("bad\n");
    }

    @Test
    void killsACommandThatTakesTooLong() {
        var id = pod.start("app", "sleep", "300");

        assertThatThrownBy(() -> runtime.exec(id, List.of("sh", "-c", "sleep 300 & sleep 300"), Duration.ofMillis(200)))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(RuntimeFailure.Code.TIMEOUT));

        assertThat(runtime.container(id).orElseThrow().state()).isEqualTo(ContainerStatus.State.RUNNING);
    }

    @Test
    void talksToACommandThroughStreams() throws Exception {
        var id = pod.start("app", "sleep", "300");

        try (var session = runtime.openExec(id, new ExecRequest(List.of("cat"), true, false))) {
            session.stdin().write("hello".getBytes(StandardCharsets.UTF_8));
            session.stdin().close();
            assertThat(session.stdout().readAllBytes()).asString().isEqualTo("hello");
            assertThat(session.await()).isZero();
        }
    }

    @Test
    void refusesOtherImages() {
        assertThat(runtime.image("nginx:1.27")).isEmpty();
        assertThatThrownBy(() -> runtime.pull("nginx:1.27", io.podium.api.runtime.Credentials.NONE))
                .isInstanceOfSatisfying(
                        RuntimeFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(RuntimeFailure.Code.NO_SUCH_IMAGE))
                .hasMessageContaining("nginx:1.27")
                .hasMessageContaining("image: host");
    }

    private void awaitOutput(String name, String text) throws InterruptedException {
        var deadline = Instant.now().plusSeconds(60);
        while (!pod.output(name).contains(text)) {
            assertThat(Instant.now()).isBefore(deadline);
            dispatcher.sleep(Duration.ofMillis(10));
        }
    }

    @Test
    void takesTheDefaultDirectoryAlongWhenItIsTheLast() {
        System.setProperty(
                ProcessOptions.DIRECTORY_PROPERTY, temp.resolve("podium").toString());
        try {
            var byDefault = ProcessRuntime.start(dispatcher);
            assertThat(temp.resolve("podium/process")).isDirectory();
            byDefault.close();
            assertThat(temp.resolve("podium")).doesNotExist();
        } finally {
            System.clearProperty(ProcessOptions.DIRECTORY_PROPERTY);
        }
    }
}
