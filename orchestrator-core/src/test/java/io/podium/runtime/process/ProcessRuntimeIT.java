package io.podium.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.runtime.ContainerStatus;
import io.podium.dispatch.SystemDispatcher;
import io.podium.runtime.host.HostSystem;
import io.podium.runtime.logs.CriLog;
import io.podium.runtime.logs.LogQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of processes whose JVM is killed. */
class ProcessRuntimeIT {
    @TempDir
    Path temp;

    private final ProcessTable table = new ProcessTable();
    private final List<DoomedJvm> started = new ArrayList<>();
    private Dispatcher dispatcher;

    @BeforeEach
    void start() {
        assumeTrue(HostSystem.current() == HostSystem.LINUX, "only Linux keeps processes whose JVM is killed apart");
        dispatcher = SystemDispatcher.start("heir");
    }

    @AfterEach
    void close() {
        dispatcher.close();
        assertThat(started)
                .allSatisfy(jvm -> assertThat(processes(jvm.container())).isEmpty());
    }

    @Test
    void programsEndSoonAfterTheirJvmIsKilled() throws Exception {
        try (var doomed = doomed(false, "echo up; exec sleep 300")) {
            doomed.kill();

            await(() -> processes(doomed.container()).isEmpty());
        }
        ProcessRuntime.start(dispatcher, DoomedJvm.options(temp, false)).close();
        assertThat(list(temp.resolve("shared"))).isEmpty();
    }

    @Test
    void theNextRuntimeKillsWhatADeadJvmLeft() throws Exception {
        try (var doomed = doomed(false, "trap '' TERM; setsid sleep 300 & echo up; while :; do sleep 0.1; done")) {
            doomed.kill();
            assertThat(processes(doomed.container())).isNotEmpty();

            var runtime = ProcessRuntime.start(dispatcher, DoomedJvm.options(temp, false));

            assertThat(processes(doomed.container())).isEmpty();
            assertThat(list(temp.resolve("shared"))).hasSize(1);
            runtime.close();
        }
    }

    @Test
    void aRuntimeLeavesAloneWhatALivingJvmHas() throws Exception {
        try (var living = doomed(false, "echo up; exec sleep 300")) {
            ProcessRuntime.start(dispatcher, DoomedJvm.options(temp, false)).close();

            assertThat(processes(living.container())).isNotEmpty();
            living.kill();
        }
        ProcessRuntime.start(dispatcher, DoomedJvm.options(temp, false)).close();
    }

    /** More output than a pipe holds, all of it while no JVM is there. */
    @Test
    void keepsOutputAndExitCodeUntilAJvmAdoptsTheContainer() throws Exception {
        var script =
                "echo up; sleep 0.5; i=0; while [ $i -lt 20000 ]; do echo line $i; i=$((i+1)); done; echo over >&2; exit 9";
        try (var doomed = doomed(true, script)) {
            doomed.kill();
            await(() -> processes(doomed.container()).isEmpty());

            var runtime = ProcessRuntime.start(dispatcher, DoomedJvm.options(temp, true));

            var status = runtime.container(doomed.container()).orElseThrow();
            assertThat(status.state()).isEqualTo(ContainerStatus.State.EXITED);
            assertThat(status.exitCode()).isEqualTo(9);
            assertThat(status.finishedAt()).isBetween(status.startedAt(), Instant.now());
            assertThat(stdout())
                    .startsWith("up", "line 0")
                    .endsWith("line 19999")
                    .hasSize(20_001);
            assertThat(log().text(LogQuery.ALL.stream("stderr"))).isEqualTo("over\n");
            runtime.removeSandbox(status.sandboxId());
            runtime.close();
        }
    }

    @Test
    void followsARunningProgramThroughTwoJvms() throws Exception {
        var script =
                "echo up; sleep 0.5; i=0; while [ $i -lt 100 ]; do echo line $i; i=$((i+1)); sleep 0.02; done; exit 3";
        try (var doomed = doomed(true, script)) {
            doomed.kill();
            var first = ProcessRuntime.start(dispatcher, DoomedJvm.options(temp, true));
            assertThat(first.container(doomed.container()).orElseThrow().state())
                    .isEqualTo(ContainerStatus.State.RUNNING);
            assertThat(first.exec(doomed.container(), List.of("sh", "-c", "echo $POD_IP"), Duration.ofSeconds(60))
                            .stdout())
                    .startsWith("127.");
            first.close();
            var second = ProcessRuntime.start(dispatcher, DoomedJvm.options(temp, true));

            await(() -> second.container(doomed.container()).orElseThrow().state() == ContainerStatus.State.EXITED);

            assertThat(second.container(doomed.container()).orElseThrow().exitCode())
                    .isEqualTo(3);
            assertThat(stdout().stream().filter(line -> line.startsWith("line")))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 100).mapToObj(i -> "line " + i).toList());
            second.removeSandbox(second.sandboxes().get(0).id());
            second.close();
        }
    }

    private DoomedJvm doomed(boolean outlives, String script) throws IOException {
        var jvm = DoomedJvm.start(temp, outlives, script);
        started.add(jvm);
        return jvm;
    }

    private List<Long> processes(String container) {
        return table.marked(Shim.MARK + "=").entrySet().stream()
                .filter(entry -> entry.getValue().equals(container))
                .map(Map.Entry::getKey)
                .toList();
    }

    private CriLog log() {
        return new CriLog(temp.resolve("pod/logs/app.log"));
    }

    private List<String> stdout() {
        return log().text(LogQuery.ALL.stream("stdout")).lines().toList();
    }

    private static List<Path> list(Path directory) throws IOException {
        try (var entries = Files.list(directory)) {
            return entries.toList();
        }
    }

    private void await(BooleanSupplier condition) throws InterruptedException {
        var deadline = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            dispatcher.sleep(Duration.ofMillis(20));
        }
    }
}
