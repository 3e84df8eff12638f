package io.podium.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.runtime.Capability;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.RuntimeEvent;
import io.podium.api.runtime.RuntimeFailure.Code;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** How containers end, and who hears of it. */
abstract class RuntimeEnds extends RuntimeContract {
    RuntimeEnds(ContainerRuntimeConformance suite) {
        super(suite);
    }

    @Test
    void stopsAContainerBySignal() throws Exception {
        fixture().run(() -> {
            var pod = pod("web");
            var id = pod.startReady("app", new TestProgram.Run());

            runtime().stopContainer(id, "SIGTERM", GRACE);

            assertThat(pod.status(id).state()).isEqualTo(ContainerStatus.State.EXITED);
            assertThat(pod.status(id).exitCode()).isEqualTo(143);
            runtime().stopContainer(id, "SIGTERM", GRACE);
            runtime().stopContainer("no-such-container", "SIGTERM", GRACE);
        });
    }

    @Test
    void letsAProgramEndInItsOwnWay() throws Exception {
        fixture().run(() -> {
            var pod = pod("web");
            var id = pod.startReady("app", new TestProgram.Obey(3));

            runtime().stopContainer(id, "SIGTERM", GRACE);

            assertThat(pod.status(id).exitCode()).isEqualTo(3);
            if (can(Capability.LOG_FILES)) {
                assertThat(pod.output("app")).contains("bye");
            }
        });
    }

    @Test
    void killsWhatIgnoresItsSignalOrSaysThatItCannot() throws Exception {
        fixture().run(() -> {
            var pod = pod("web");
            var id = pod.startReady("app", new TestProgram.Ignore());

            if (can(Capability.KILL)) {
                runtime().stopContainer(id, "SIGTERM", Duration.ofMillis(300));
                assertThat(pod.status(id).exitCode()).isEqualTo(137);
                assertThat(pod.status(id).reason()).isEqualTo("Error");
            } else {
                assertFailure(Code.TIMEOUT, () -> runtime().stopContainer(id, "SIGTERM", Duration.ofMillis(300)));
                assertThat(pod.status(id).state()).isEqualTo(ContainerStatus.State.RUNNING);
                assertThat(runtime().machine().unenforced()).containsKey("kill");
            }
        });
    }

    @Test
    void removesContainersThatRun() throws Exception {
        fixture().run(() -> {
            var pod = pod("web");
            var id = pod.startReady("app", new TestProgram.Run());

            runtime().removeContainer(id);
            runtime().removeContainer(id);

            assertThat(runtime().container(id)).isEmpty();
            assertThat(runtime().containers()).isEmpty();
        });
    }

    @Test
    void endsContainersWithTheirSandbox() throws Exception {
        fixture().run(() -> {
            var pod = pod("web");
            var id = pod.startReady("app", new TestProgram.Run());
            var other = pod("other");
            var survivor = other.startReady("app", new TestProgram.Run());

            runtime().stopSandbox(pod.sandboxId());
            assertThat(pod.status(id).state()).isEqualTo(ContainerStatus.State.EXITED);
            runtime().removeSandbox(pod.sandboxId());

            assertThat(runtime().container(id)).isEmpty();
            assertThat(other.status(survivor).state()).isEqualTo(ContainerStatus.State.RUNNING);
        });
    }

    @Test
    void tellsSubscribersOfAnEndTheyDidNotCause() throws Exception {
        fixture().run(() -> {
            var pod = pod("web");
            var events = new CopyOnWriteArrayList<RuntimeEvent>();
            var id = pod.create(pod.spec("app", HELLO));
            try (var subscription = runtime().subscribe(events::add)) {
                runtime().startContainer(id);
                pod.awaitEnd(id);
                pod.await("events", () -> events.contains(new RuntimeEvent("uid-of-web", id)));
                assertThat(subscription).isNotNull();
            }
        });
    }
}
