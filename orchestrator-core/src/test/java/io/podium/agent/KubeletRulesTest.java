package io.podium.agent;

import static io.podium.agent.AgentBench.shell;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.podium.api.core.ContainerBuilder;
import io.podium.api.core.ContainerState;
import io.podium.api.core.ContainerStatus;
import io.podium.api.core.Pod;
import io.podium.api.meta.IntOrString;
import io.podium.api.meta.Quantity;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small rules by which a kubelet says what became of a pod. */
class KubeletRulesTest {
    private static final String ENDLESS = "trap 'exit 0' TERM; while true; do sleep 0.1; done";

    @TempDir
    Path temp;

    private AgentBench bench;

    @BeforeEach
    void start() {
        bench = new AgentBench(temp);
    }

    @AfterEach
    void close() throws Exception {
        bench.close();
    }

    private static Consumer<ContainerBuilder> sidecar(String script) {
        return container -> container.image("host").command("sh", "-c", script).restartPolicy("Always");
    }

    private static ContainerStatus side(Pod pod) {
        return pod.status().initContainerStatuses().getFirst();
    }

    private static ContainerState app(Pod pod) {
        return pod.status().containerStatuses().getFirst().state();
    }

    private static boolean hasApp(Pod pod) {
        return !pod.status().containerStatuses().isEmpty();
    }

    @Test
    void namesASidecarThatFailsItsProbeAnInitContainer() throws Exception {
        bench.run(shell("sick", ENDLESS)
                .initContainer(
                        "side",
                        sidecar(ENDLESS)
                                .andThen(container ->
                                        container.livenessProbe(probe -> probe.exec(action -> action.command("false"))
                                                .periodSeconds(1)
                                                .failureThreshold(1)))));

        bench.awaitEvent("Normal Killing Init container side failed liveness probe");

        assertThat(bench.events()).noneMatch(event -> event.contains("will be restarted"));
    }

    @Test
    void saysOfASidecarThatEndedWellThatItEndedThoughItWillBeStartedAgain() throws Exception {
        var good = bench.run(shell("good", ENDLESS).initContainer("side", sidecar("sleep 0.1; exit 0")));
        var bad = bench.run(shell("bad", ENDLESS).initContainer("side", sidecar("sleep 0.1; exit 3")));

        bench.awaitEvent("Back-off restarting failed container side in pod good_");
        var ended = bench.await(
                good, pod -> side(pod).restartCount() > 0 && side(pod).state().terminated() != null);
        var waiting = bench.await(
                bad, pod -> side(pod).state().waiting() != null && side(pod).restartCount() > 0);

        assertThat(Objects.requireNonNull(side(ended).state().terminated()).exitCode())
                .isZero();
        assertThat(Objects.requireNonNull(side(waiting).state().waiting()).reason())
                .isEqualTo("CrashLoopBackOff");
    }

    @Test
    void tellsOfAProbeThatCannotBeAskedAndCountsItForNothing() throws Exception {
        var pod = bench.run(shell(
                "unasked",
                ENDLESS,
                container -> container.livenessProbe(probe -> probe.exec(action -> action.command("no-such-program"))
                        .periodSeconds(1)
                        .failureThreshold(1))));

        bench.awaitEvent("Warning Unhealthy Liveness probe errored and resulted in unknown state: ");

        assertThat(bench.client.get(Pod.KIND, pod.key()).status().containerStatuses())
                .allMatch(status -> status.restartCount() == 0);
        assertThat(bench.events()).noneMatch(event -> event.contains("Killing"));
    }

    @Test
    void startsAgainWhatAProbeEndedHoweverItEnded() throws Exception {
        var pod = bench.run(shell(
                        "sick",
                        ENDLESS,
                        container -> container.livenessProbe(probe -> probe.exec(action -> action.command("false"))
                                .periodSeconds(1)
                                .failureThreshold(1)))
                .restartPolicy("OnFailure"));

        var again = bench.await(
                pod,
                it -> hasApp(it) && it.status().containerStatuses().getFirst().restartCount() > 0);

        assertThat(again.status().phase()).isEqualTo("Running");
    }

    @Test
    void takesAnyAnswerToAHookForSuccess() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start(); // it knows no path: every answer is 404
        try {
            var pod = bench.run(shell(
                    "hooked",
                    ENDLESS,
                    container -> container.lifecycle(hooks -> hooks.postStart(hook -> hook.httpGet(
                            get -> get.host(server.getAddress().getAddress().getHostAddress())
                                    .port(IntOrString.of(server.getAddress().getPort()))
                                    .path("/none"))))));

            bench.await(pod, it -> hasApp(it) && app(it).running() != null);
        } finally {
            server.stop(0);
        }

        assertThat(bench.events()).noneMatch(event -> event.contains("PostStartHook"));
    }

    @Test
    void saysWhichHookGotNoAnswer() throws Exception {
        var pod = bench.run(shell(
                "hooked",
                ENDLESS,
                container -> container.lifecycle(hooks -> hooks.postStart(
                        hook -> hook.httpGet(get -> get.port(IntOrString.of(9)).path("/none"))))));

        var waiting = bench.await(
                pod,
                it -> hasApp(it)
                        && app(it).waiting() != null
                        && app(it).waiting().reason().equals("PostStartHookError"));

        assertThat(Objects.requireNonNull(app(waiting).waiting()).message())
                .startsWith("HTTP lifecycle hook (/none) for Container \"app\" in Pod \"hooked_default(" + pod.uid()
                        + ")\" failed - error: Get \"http://");
    }

    @Test
    void tellsTheEndOfALongTerminationMessage() throws Exception {
        var pod = bench.run(
                shell("wordy", "for i in $(seq 2000); do echo line $i; done > $POD_ROOT/dev/termination-log; exit 1")
                        .restartPolicy("Never"));

        var failed = bench.await(pod, it -> it.status().phase().equals("Failed"));

        assertThat(Objects.requireNonNull(app(failed).terminated()).message())
                .hasSize(4096)
                .endsWith("line 1999\nline 2000\n");
    }

    @Test
    void tellsOfEachVolumeThatCannotBeHad() throws Exception {
        bench.run(shell("needy", "true")
                .volume("one", volume -> volume.secret(source -> source.secretName("none")))
                .volume(
                        "two",
                        volume -> volume.projected(
                                sources -> sources.source(source -> source.secret(secret -> secret.name("none")))
                                        .source(source -> source.configMap(map -> map.name("nothing"))))));

        bench.awaitEvent("FailedMount MountVolume.SetUp failed for volume \"one\" : secret \"none\" not found");
        bench.awaitEvent("FailedMount MountVolume.SetUp failed for volume \"two\" : "
                + "[secret \"none\" not found, configmap \"nothing\" not found]");
    }

    @Test
    void wantsAValueForEachVariableInAPathOfAVolume() throws Exception {
        bench.run(shell(
                        "pathless",
                        "true",
                        container -> container.volumeMount(
                                mount -> mount.name("d").mountPath("/d").subPathExpr("$(NONE)")))
                .volume("d", volume -> volume.emptyDir(source -> {})));

        bench.awaitEvent("Warning Failed Error: missing value for NONE");
    }

    @Test
    void takesAPodWhoseResourceItsNodeDoesNotKnowAndRefusesWhatItLacks() throws Exception {
        var unknown = bench.run(shell(
                "unknown",
                ENDLESS,
                container -> container.resources(resources -> resources
                        .requests(Map.of("example.com/gpu", Quantity.of("1")))
                        .limits(Map.of("example.com/gpu", Quantity.of("1"))))));
        var big = bench.run(shell(
                "big",
                ENDLESS,
                container -> container.resources(resources -> resources.requests(
                        Map.of("ephemeral-storage", Quantity.of("900Pi"), "memory", Quantity.of("900Pi"))))));

        var running = bench.await(unknown, pod -> hasApp(pod) && app(pod).running() != null);
        var refused = bench.await(big, pod -> pod.status().phase().equals("Failed"));

        assertThat(running.status().phase()).isEqualTo("Running");
        assertThat(refused.status().reason()).isEqualTo("OutOfmemory");
    }
}
