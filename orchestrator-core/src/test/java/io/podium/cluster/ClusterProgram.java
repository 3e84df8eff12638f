package io.podium.cluster;

import static io.podium.api.core.Probes.exec;
import static io.podium.api.core.Probes.http;

import io.podium.api.Cluster;
import io.podium.api.Conditions;
import io.podium.api.client.ListOptions;
import io.podium.api.coordination.Lease;
import io.podium.api.core.Event;
import io.podium.api.core.Pod;
import io.podium.api.core.Toleration;
import io.podium.api.core.TolerationBuilder;
import io.podium.runtime.Runtimes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A program with a cluster, as a user may write one. It prints {@code up} once all its pods are ready, obeys what it reads from its standard
 * input, {@code status}, {@code exit} or {@code close}, and otherwise waits; and it says when it begins to close, and that it has.
 *
 * <p>Arguments: the grace of its nodes in milliseconds, or 0 for what is usual; then the names of its pods, each of which begins with what it is.
 */
final class ClusterProgram {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** More than a busy machine needs to answer, and less than {@link StandstillIT} stands still. */
    private static final int PROBE_TIMEOUT = 5;

    private static final String JAVA = System.getProperty("java.home") + "/bin/java";

    private ClusterProgram() {}

    public static void main(String... args) throws IOException {
        long grace = Long.parseLong(args[0]);
        try (var cluster = grace == 0 ? Cluster.start() : patient(Duration.ofMillis(grace))) {
            for (int i = 1; i < args.length; i++) {
                cluster.apply(pod(args[i]));
            }
            for (int i = 1; i < args.length; i++) {
                cluster.pod(args[i]).await(Conditions.ready(), PATIENCE);
            }
            System.out.println("up");
            obey(cluster);
            System.out.println("closing");
        }
        System.out.println("closed");
    }

    private static Cluster patient(Duration grace) {
        var cluster =
                Cluster.builder().nodes(2, Runtimes.process()).nodeGrace(grace).start();
        cluster.mutate(Lease.KIND, (lease, request) -> late(cluster, lease, grace.dividedBy(4)));
        return cluster;
    }

    /** Heartbeats arrive late, so that whoever looks for silence after a standstill is first. */
    private static Lease late(Cluster cluster, Lease lease, Duration delay) {
        try {
            cluster.dispatcher().sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return lease;
    }

    private static void obey(Cluster cluster) throws IOException {
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var order = input.readLine(); order != null && !order.equals("close"); order = input.readLine()) {
            if (order.equals("exit")) {
                System.exit(7);
            }
            status(cluster);
        }
    }

    /** A line for each pod and each Event, then one that says that there are no more. */
    private static void status(Cluster cluster) {
        for (var pod : cluster.client().list(Pod.KIND, "", ListOptions.ALL).items()) {
            var container = pod.status().containerStatuses().getFirst();
            System.out.println("pod " + pod.name() + " " + pod.uid() + " "
                    + pod.status().podIP() + " "
                    + (pod.isTerminating() ? "Terminating" : pod.status().phase())
                    + " " + container.restartCount() + " " + (container.ready() ? "ready" : "unready"));
        }
        for (var event : cluster.client().list(Event.KIND, "", ListOptions.ALL).items()) {
            System.out.println(
                    "event " + event.reason() + " " + event.involvedObject().name() + " " + event.message());
        }
        System.out.println("that is all");
    }

    private static Pod pod(String name) {
        return Pod.named(name)
                .container("app", container -> {
                    container.image("host");
                    switch (name.substring(0, name.indexOf('-'))) {
                        case "web" ->
                            container
                                    .command(JAVA, "-m", "jdk.httpserver", "-b", "$(POD_IP)", "-p", "8080")
                                    .port(8080)
                                    .readiness(
                                            http("/", 8080).withPeriodSeconds(1).withTimeoutSeconds(PROBE_TIMEOUT))
                                    .liveness(http("/", 8080)
                                            .withPeriodSeconds(1)
                                            .withTimeoutSeconds(PROBE_TIMEOUT)
                                            .withFailureThreshold(1)
                                            .withInitialDelaySeconds(3));
                        case "sleeper" -> container.command("sleep", "1000");
                        case "probed" -> // almost always; by a command that cannot end before its output is read
                            container
                                    .command("sleep", "1000")
                                    .liveness(exec("sh", "-c", "sleep 0.9; head -c 1000000 /dev/zero")
                                            .withPeriodSeconds(1)
                                            .withTimeoutSeconds(PROBE_TIMEOUT)
                                            .withFailureThreshold(1));
                        case "stubborn" ->
                            container
                                    .command(
                                            "sh",
                                            "-c",
                                            "trap '' INT TERM; setsid sleep 300 & touch $POD_ROOT/up; while :; do sleep 0.1; done")
                                    .readiness(exec("sh", "-c", "test -e $POD_ROOT/up")
                                            .withPeriodSeconds(1));
                        default -> throw new IllegalArgumentException("no pod is like " + name);
                    }
                })
                .podSpec(spec -> spec.terminationGracePeriodSeconds(2L)
                        .toleration(evictedAtOnce("node.kubernetes.io/not-ready"))
                        .toleration(evictedAtOnce("node.kubernetes.io/unreachable")))
                .build();
    }

    private static Toleration evictedAtOnce(String taint) {
        return new TolerationBuilder()
                .key(taint)
                .operator("Exists")
                .effect("NoExecute")
                .tolerationSeconds(0L)
                .build();
    }
}
