package io.podium.agent;

import static io.podium.agent.AgentBench.shell;
import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.client.DeleteOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.coordination.Lease;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Container;
import io.podium.api.core.Node;
import io.podium.api.core.NodeCondition;
import io.podium.api.core.Pod;
import io.podium.api.core.PodCondition;
import io.podium.api.core.PodSpecBuilder;
import io.podium.api.core.WellKnown;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.Quantity;
import io.podium.api.runtime.LogOptions;
import io.podium.api.runtime.SandboxSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTest {
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

    @Test
    void registersItsNodeAndKeepsALease() throws Exception {
        var node = bench.await(
                        Node.KIND,
                        ObjectKey.of("", AgentBench.NODE),
                        found -> found.isPresent()
                                && found.get().status().conditions().stream().anyMatch(AgentTest::isReady))
                .orElseThrow();
        var lease = bench.await(
                        Lease.KIND,
                        ObjectKey.of(WellKnown.NODE_LEASE_NAMESPACE, AgentBench.NODE),
                        found -> found.isPresent())
                .orElseThrow();

        assertThat(node.metadata().labels())
                .containsEntry(WellKnown.RUNTIME, "process")
                .containsKey(WellKnown.OS);
        assertThat(node.status().capacity()).containsKeys("cpu", "memory", "pods");
        assertThat(lease.spec().holderIdentity()).isEqualTo(AgentBench.NODE);
    }

    private static boolean isReady(NodeCondition condition) {
        return condition.type().equals("Ready")
                && condition.status().equals("True")
                && condition.reason().equals("KubeletReady");
    }

    @Test
    void runsAPodUntilItIsDeleted() throws Exception {
        var pod = bench.run(shell("web", ENDLESS).podSpec(spec -> spec.terminationGracePeriodSeconds(5L)));

        var running = bench.await(pod, it -> isTrue(it, "Ready"));
        bench.delete(pod);
        bench.awaitGone(pod);
        bench.awaitNothingLeft();
        bench.awaitEvent("Normal Killing Stopping container app");

        assertThat(running.status().phase()).isEqualTo("Running");
        assertThat(running.status().podIP()).startsWith("127.");
        assertThat(running.status().containerStatuses().getFirst().containerID())
                .startsWith("process://");
        assertThat(bench.events())
                .contains(
                        "Normal Pulled Container image \"host\" already present on machine",
                        "Normal Created Created container: app",
                        "Normal Started Started container app");
        assertThat(bench.files().resolve("pods").resolve(pod.uid())).doesNotExist();
    }

    @Test
    void tellsHowAPodEnded() throws Exception {
        var good = bench.run(shell("good", "exit 0").restartPolicy("Never"));
        var bad = bench.run(shell("bad", "echo -n why > $POD_ROOT/dev/termination-log; exit 3")
                .restartPolicy("Never"));

        var succeeded = bench.await(good, it -> it.status().phase().equals("Succeeded"));
        var failed = bench.await(bad, it -> it.status().phase().equals("Failed"));

        var ended = failed.status().containerStatuses().getFirst().state().terminated();
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.reason()).isEqualTo("Error");
        assertThat(ended.message()).isEqualTo("why");
        assertThat(condition(succeeded, "Ready").reason()).isEqualTo("PodCompleted");
        assertThat(condition(failed, "Ready").reason()).isEqualTo("PodFailed");
        assertThat(condition(succeeded, "PodReadyToStartContainers").status()).isEqualTo("False");
        assertThat(Files.exists(bench.files())).isTrue();
    }

    @Test
    void givesContainersTheirEnvironment() throws Exception {
        bench.client.create(
                ConfigMap.named("settings")
                        .namespace("default")
                        .data("mode", "fast")
                        .build(),
                WriteOptions.PLAIN);
        var pod = bench.run(shell(
                        "env",
                        "echo $A-$B-$MODE-$NAME-$CPU; echo $0 $1",
                        container -> container
                                .args("$(A)", "$(POD_IP)")
                                .env("A", "1")
                                .env("B", "$(A)$(C)$$(A)")
                                .addEnv(variable -> variable.name("MODE")
                                        .valueFrom(from -> from.configMapKeyRef(
                                                key -> key.name("settings").key("mode"))))
                                .addEnv(variable -> variable.name("NAME")
                                        .valueFrom(from -> from.fieldRef(field -> field.fieldPath("metadata.name"))))
                                .addEnv(variable -> variable.name("CPU")
                                        .valueFrom(
                                                from -> from.resourceFieldRef(field -> field.resource("limits.cpu"))))
                                .resources(resources -> resources
                                        .limits(Map.of("cpu", Quantity.of("1500m")))
                                        .requests(Map.of("cpu", Quantity.of("100m"))))) // one CPU is enough
                .restartPolicy("Never"));

        var ended = bench.await(pod, it -> it.status().phase().equals("Succeeded"));

        assertThat(bench.log(ended, LogOptions.ALL))
                .isEqualTo("1-1$(C)$(A)-fast-env-2\n1 " + ended.status().podIP() + "\n");
    }

    @Test
    void waitsForAMissingConfigMapWithKubernetesWords() throws Exception {
        var pod = bench.run(shell(
                "needy",
                "true",
                container -> container.addEnv(variable -> variable.name("A")
                        .valueFrom(from ->
                                from.configMapKeyRef(key -> key.name("none").key("a"))))));

        var waiting = bench.await(pod, it -> waits(it, "CreateContainerConfigError"));

        assertThat(waiting.status()
                        .containerStatuses()
                        .getFirst()
                        .state()
                        .waiting()
                        .message())
                .isEqualTo("configmap \"none\" not found");
        bench.awaitEvent("Warning Failed Error: configmap \"none\" not found");
    }

    @Test
    void saysWhatToDoAboutAnImageItCannotHave() throws Exception {
        var pod = bench.run(Pod.named("nginx").container("app", container -> container.image("nginx:1.27")));

        var waiting = bench.await(pod, it -> waits(it, "ErrImagePull"));
        bench.await(pod, it -> waits(it, "ImagePullBackOff"));

        assertThat(waiting.status()
                        .containerStatuses()
                        .getFirst()
                        .state()
                        .waiting()
                        .message())
                .contains("set image: host");
    }

    private static boolean waits(Pod pod, String reason) {
        return pod.status().containerStatuses().stream()
                .map(each -> each.state().waiting())
                .anyMatch(waiting -> waiting != null && waiting.reason().equals(reason));
    }

    @Test
    void showsAConfigMapAndItsChanges() throws Exception {
        var live = bench.client.create(
                ConfigMap.named("live")
                        .namespace("default")
                        .data("mode", "first")
                        .build(),
                WriteOptions.PLAIN);
        var pod = bench.run(shell(
                        "watching",
                        "until grep -q second $POD_ROOT/v/mode; do sleep 0.1; done; cat $POD_ROOT/one",
                        container -> container
                                .volumeMount(mount -> mount.name("cm").mountPath("/v"))
                                .volumeMount(mount ->
                                        mount.name("cm").mountPath("/one").subPath("mode")))
                .volume("cm", volume -> volume.configMap(source -> source.name("live")))
                .restartPolicy("Never"));
        bench.await(pod, it -> isTrue(it, "Ready"));

        bench.client.update(live.with(map -> map.data("mode", "second")), WriteOptions.PLAIN);
        var ended = bench.await(pod, it -> it.status().phase().equals("Succeeded"));

        assertThat(bench.log(ended, LogOptions.ALL)).startsWith("first");
    }

    @Test
    void restartsWhatFailsItsLivenessProbe() throws Exception {
        var pod = bench.run(shell(
                        "sick",
                        ENDLESS,
                        container -> container.livenessProbe(probe -> probe.exec(action -> action.command("false"))
                                .periodSeconds(1)
                                .failureThreshold(1)))
                .podSpec(spec -> spec.terminationGracePeriodSeconds(1L)));

        var restarted = bench.await(
                pod, it -> it.status().containerStatuses().stream().anyMatch(each -> each.restartCount() > 0));

        assertThat(restarted
                        .status()
                        .containerStatuses()
                        .getFirst()
                        .lastState()
                        .terminated()
                        .exitCode())
                .isZero();
        bench.awaitEvent("Normal Killing Container app failed liveness probe, will be restarted");
    }

    @Test
    void runsInitContainersOneAfterAnother() throws Exception {
        var pod = bench.run(Pod.named("init")
                .initContainer(
                        "one", container -> container.image("host").command("sh", "-c", "echo 1 > $POD_ROOT/d/f"))
                .initContainer(
                        "two", container -> container.image("host").command("sh", "-c", "echo 2 >> $POD_ROOT/d/f"))
                .container("app", container -> container.image("host").command("sh", "-c", "cat $POD_ROOT/d/f"))
                .podSpec(spec -> spec.volume(volume -> volume.name("d").emptyDir(source -> {})))
                .restartPolicy("Never")
                .podSpec(AgentTest::mountEverywhere));

        var ended = bench.await(pod, it -> it.status().phase().equals("Succeeded"));

        assertThat(bench.log(ended, LogOptions.ALL)).isEqualTo("1\n2\n");
        assertThat(ended.status().initContainerStatuses()).allMatch(status -> status.ready());
    }

    private static void mountEverywhere(PodSpecBuilder spec) {
        var built = spec.build();
        spec.initContainers(
                built.initContainers().stream().map(AgentTest::mounted).toList());
        spec.containers(built.containers().stream().map(AgentTest::mounted).toList());
    }

    private static Container mounted(Container container) {
        return container.with(it -> it.volumeMount(mount -> mount.name("d").mountPath("/d")));
    }

    @Test
    void adoptsWhatAnEarlierAgentLeftRunning() throws Exception {
        var pod = bench.run(shell("steady", ENDLESS));
        var orphan = bench.run(shell("orphan", ENDLESS));
        var before = bench.await(pod, it -> isTrue(it, "Ready"));
        bench.await(orphan, it -> isTrue(it, "Ready"));

        bench.stopNode();
        bench.client.delete(Pod.KIND, orphan.key(), DeleteOptions.PLAIN.within(Duration.ZERO));
        bench.startNode();
        bench.awaitWorkers(1);

        assertThat(bench.runtime.containers())
                .extracting(container -> "process://" + container.id())
                .containsExactly(before.status().containerStatuses().getFirst().containerID());
        assertThat(bench.client.get(Pod.KIND, pod.key()).status()).isEqualTo(before.status());
    }

    @Test
    void removesASandboxThatBelongsToNoPod() throws Exception {
        bench.run(shell("steady", ENDLESS));
        bench.awaitWorkers(1);

        bench.runtime.createSandbox(new SandboxSpec(
                "default",
                "stray",
                "uid-of-stray",
                0,
                "stray",
                false,
                List.of(),
                temp.resolve("stray"),
                Map.of(
                        RuntimeLabels.CLUSTER, "test",
                        RuntimeLabels.NODE, AgentBench.NODE,
                        RuntimeLabels.UID, "uid-of-stray")));
        bench.awaitWorkers(1);

        assertThat(bench.runtime.sandboxes())
                .extracting(sandbox -> sandbox.labels().get(RuntimeLabels.UID))
                .doesNotContain("uid-of-stray");
    }

    @Test
    void stopsEverythingWhenItsNodeGoesDown() throws Exception {
        var pod = bench.run(shell("web", "trap '' TERM; while true; do sleep 0.1; done"));
        bench.await(pod, it -> isTrue(it, "Ready"));

        // The second time because on a busy machine killing takes longer than is waited for.
        boolean stopped = bench.agent.drain(Duration.ofMillis(300)) || bench.agent.drain(Duration.ofMinutes(1));

        assertThat(stopped).isTrue();
        assertThat(bench.runtime.sandboxes()).isEmpty();
        assertThat(bench.client.get(Pod.KIND, pod.key()).status().phase()).isEqualTo("Running");
    }

    @Test
    void keepsTheLogOfThePreviousRun() throws Exception {
        var pod = bench.run(shell("again", "echo run; sleep 0.1; exit 1"));

        bench.await(pod, it -> waits(it, "CrashLoopBackOff"));

        assertThat(bench.log(pod, LogOptions.ALL.ofPrevious())).isEqualTo("run\n");
        assertThat(bench.log(pod, LogOptions.ALL.tail(1))).isEqualTo("run\n");
    }

    @Test
    void runsCommandsInContainers() throws Exception {
        var pod = bench.run(shell("web", ENDLESS));
        bench.await(pod, it -> isTrue(it, "Ready"));

        var result = bench.agent.exec(pod.key(), "app", List.of("sh", "-c", "echo hi; exit 4"), Duration.ofSeconds(60));

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.stdout()).isEqualTo("hi\n");
    }

    private static boolean isTrue(Pod pod, String type) {
        return pod.status().conditions().stream()
                .anyMatch(each -> each.type().equals(type) && each.status().equals("True"));
    }

    private static PodCondition condition(Pod pod, String type) {
        return pod.status().conditions().stream()
                .filter(each -> each.type().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
