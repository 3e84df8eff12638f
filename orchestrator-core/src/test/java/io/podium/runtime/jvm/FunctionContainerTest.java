package io.podium.runtime.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.runtime.ContainerFunction;
import io.podium.api.runtime.ContainerSpec;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.SandboxSpec;
import io.podium.dispatch.SystemDispatcher;
import io.podium.runtime.logs.CriLog;
import io.podium.runtime.logs.LogQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionContainerTest {
    @TempDir
    Path temp;

    private final Dispatcher dispatcher = SystemDispatcher.start("test");
    private final JvmRuntime runtime = JvmRuntime.builder().start(dispatcher);

    @AfterEach
    void close() {
        runtime.close();
        assertThat(dispatcher.liveTasks()).isEmpty();
        dispatcher.close();
    }

    private String start(ContainerFunction function, String... args) {
        runtime.register("function:1", function);
        var sandbox = runtime.createSandbox(
                new SandboxSpec("default", "job", "uid", 0, "job", false, List.of(), temp.resolve("pod"), Map.of()));
        var spec = new ContainerSpec(
                "app",
                0,
                "function:1",
                List.of("command"),
                List.of(args),
                "",
                List.of(),
                List.of(),
                ContainerSpec.Limits.NONE,
                null,
                temp.resolve("0.log"),
                temp.resolve("message"),
                "",
                false,
                false,
                Map.of());
        var id = runtime.createContainer(sandbox.id(), spec).id();
        runtime.startContainer(id);
        return id;
    }

    private ContainerStatus awaitEnd(String id) throws InterruptedException {
        var deadline = Instant.now().plusSeconds(60);
        while (runtime.container(id).orElseThrow().state() != ContainerStatus.State.EXITED) {
            assertThat(Instant.now()).isBefore(deadline);
            dispatcher.sleep(Duration.ofMillis(5));
        }
        return runtime.container(id).orElseThrow();
    }

    private String log() {
        return new CriLog(temp.resolve("0.log")).text(LogQuery.ALL);
    }

    @Test
    void anExceptionIsExitCodeOneWithItsStackTraceInTheLog() throws InterruptedException {
        var id = start(context -> {
            throw new IllegalStateException("no database");
        });

        var status = awaitEnd(id);

        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.reason()).isEqualTo("Error");
        assertThat(log()).startsWith("java.lang.IllegalStateException: no database\n\tat ");
    }

    @Test
    void givesArgumentsAndEndsTheLastLine() throws InterruptedException {
        var id = start(
                context -> {
                    context.stdout().print(context.args());
                    return 0;
                },
                "a",
                "b");

        awaitEnd(id);

        assertThat(log()).isEqualTo("[command, a, b]\n");
    }

    @Test
    void tellsTheFunctionWhichSignalAsksItToEnd() throws InterruptedException {
        var signal = new AtomicReference<String>();
        var id = start(context -> {
            var told = context.dispatcher().signal("told");
            context.onCancel(asked -> {
                signal.set(asked);
                told.pulse();
            });
            told.await(() -> signal.get() != null);
            return 42;
        });

        runtime.stopContainer(id, "SIGINT", Duration.ofSeconds(60));

        assertThat(signal).hasValue("SIGINT");
        assertThat(runtime.container(id).orElseThrow().exitCode()).isEqualTo(42);
    }

    @Test
    void interruptsAFunctionThatWaitsForSomethingElseOnceGraceHasPassed() {
        var id = start(context -> {
            context.dispatcher().signal("never").await(0);
            return 0;
        });

        runtime.stopContainer(id, "SIGTERM", Duration.ofMillis(100));

        assertThat(runtime.container(id).orElseThrow().exitCode()).isEqualTo(143);
    }

    /** Whether its thread has run by then or not. */
    @Test
    void endsAFunctionThatIsKilledRightAfterItsStart() {
        for (int round = 0; round < 200; round++) {
            var id = start(context -> {
                context.dispatcher().signal("never").await(0);
                return 0;
            });

            runtime.stopContainer(id, "SIGKILL", Duration.ZERO);

            assertThat(runtime.container(id).orElseThrow().exitCode()).isEqualTo(137);
        }
    }

    @Test
    void endsTheTasksThatAFunctionHasStarted() throws InterruptedException {
        var id = start(context -> {
            context.dispatcher().every("tick", Duration.ZERO, Duration.ofMillis(1), () -> {});
            return 0;
        });

        awaitEnd(id);

        assertThat(dispatcher.liveTasks()).noneMatch(task -> task.contains("tick"));
    }
}
