package io.podium.examples;

import static io.podium.api.Conditions.available;
import static io.podium.api.Conditions.complete;
import static io.podium.api.Conditions.gone;
import static io.podium.api.Conditions.nodeReady;
import static io.podium.api.Conditions.ready;
import static io.podium.api.core.Probes.http;
import static io.podium.api.core.Resources.cpu;
import static io.podium.api.core.Resources.memory;
import static io.podium.runtime.Runtimes.jvm;
import static io.podium.runtime.Runtimes.process;
import static java.time.Duration.ofSeconds;

import io.podium.api.Cluster;
import io.podium.api.Condition;
import io.podium.api.apps.Deployment;
import io.podium.api.apps.DeploymentBuilder;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.batch.Job;
import io.podium.api.core.Pod;
import io.podium.api.meta.ObjectKey;
import io.podium.api.runtime.ContainerContext;
import io.podium.api.runtime.LogOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * A cluster's first minute: a web server in three replicas that heals and rolls, a job, and a Java function, all in this JVM and on the
 * processes of this machine. Exits with 0 only if all of it happened.
 */
public final class Quickstart {
    private static final Duration PATIENCE = ofSeconds(60);
    private static final String GREETING = "hello from a Java function";
    private static final String JAVA =
            ProcessHandle.current().info().command().orElse(System.getProperty("java.home") + "/bin/java");

    private Quickstart() {}

    /**
     * Runs it.
     *
     * @param args none
     * @throws Exception if something did not happen
     */
    public static void main(String... args) throws Exception {
        try (Cluster cluster = Cluster.builder()
                .name("quickstart")
                .nodes(3, process())
                .nodes(1, jvm("greeter", Quickstart::greet))
                .start()) {
            nodesBecomeReady(cluster);
            webServes(cluster);
            webHeals(cluster);
            webRolls(cluster);
            jobCompletes(cluster);
            functionRuns(cluster);
            webGoes(cluster);
        }
        nothingIsLeft();
        say("done");
    }

    private static void nodesBecomeReady(Cluster cluster) {
        for (var name : List.of("node-1", "node-2", "node-3", "node-4")) {
            cluster.node(name).await(nodeReady(), PATIENCE);
            say("node %s is ready", name);
        }
    }

    private static void webServes(Cluster cluster) throws Exception {
        cluster.apply(Deployment.named("web")
                .replicas(3)
                .rolling("1", "1")
                .container(
                        "app",
                        c -> c.image("host")
                                .command(JAVA, "-m", "jdk.httpserver", "-b", "$(POD_IP)", "-p", "8080")
                                .port(8080)
                                .readiness(http("/", 8080).withPeriodSeconds(1).withTimeoutSeconds(10))
                                .requests(cpu("100m"), memory("64Mi")))
                .build());
        cluster.deployment("web").await(available(), PATIENCE);
        for (var pod : cluster.deployment("web").pods()) {
            say("pod %s on %s answers %d", pod.name(), pod.spec().nodeName(), get(cluster, pod));
        }
    }

    private static int get(Cluster cluster, Pod pod) throws IOException, InterruptedException {
        var address = cluster.pod(pod.key()).address(8080);
        try (var client = HttpClient.newHttpClient()) {
            var page = URI.create("http://" + address.getHostString() + ":" + address.getPort() + "/");
            int status = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                    .statusCode();
            check(status == 200, "%s answered %d", page, status);
            return status;
        }
    }

    private static void webHeals(Cluster cluster) {
        var victim = cluster.deployment("web").pods().getFirst();
        var process = ProcessHandle.allProcesses()
                .filter(each -> each.info()
                        .commandLine()
                        .filter(line -> line.contains(victim.status().podIP()) && line.contains("jdk.httpserver"))
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no process of pod " + victim.name() + " was found"));
        say("killing process %d of pod %s", process.pid(), victim.name());
        process.destroyForcibly();
        cluster.pod(victim.name()).await(restarted(), PATIENCE);
        cluster.deployment("web").await(available(), PATIENCE);
        say("pod %s runs again", victim.name());
    }

    private static Condition<Pod> restarted() {
        return Condition.of(
                "to have been restarted",
                pod -> pod.status().containerStatuses().stream()
                        .anyMatch(status -> status.restartCount() > 0 && status.ready()));
    }

    private static void webRolls(Cluster cluster) {
        try (var watcher = AvailabilityWatch.of(cluster, "web")) {
            cluster.deployment("web").edit(web -> web.with(Quickstart::secondVersion));
            cluster.deployment("web").await(available(), PATIENCE);
            check(watcher.fewest() >= 2, "only %d pods were available during the update", watcher.fewest());
            say("web is updated; at least %d pods were available all the time", watcher.fewest());
        }
    }

    private static void secondVersion(DeploymentBuilder web) {
        web.podAnnotation("version", "2");
    }

    private static void jobCompletes(Cluster cluster) {
        cluster.apply(Job.named("sums")
                .completions(5)
                .parallelism(2)
                .container("sum", c -> c.image("host").command("sh", "-c", "echo $((20 + 22))"))
                .build());
        cluster.job("sums").await(complete(), PATIENCE);
        var first = cluster.job("sums").pods().getFirst();
        say(
                "job sums has completed %d times; %s says %s",
                cluster.job("sums").get().status().succeeded(),
                first.name(),
                cluster.pod(first.name()).logs().strip());
    }

    private static int greet(ContainerContext context) throws InterruptedException {
        context.stdout().println(GREETING);
        context.awaitCancel();
        return 0;
    }

    private static void functionRuns(Cluster cluster) {
        cluster.apply(Pod.named("greeter")
                .runtime("jvm")
                .container("greet", c -> c.image("greeter"))
                .build());
        cluster.pod("greeter").await(ready(), PATIENCE);
        var greeting = LogOptions.ALL.following().limited(GREETING.length()); // it may be about to say it
        say("pod greeter says %s", cluster.pod("greeter").logs("greet", greeting));
    }

    private static void webGoes(Cluster cluster) {
        var sets = cluster.deployment("web").replicaSets().stream()
                .map(ReplicaSet::key)
                .toList();
        var pods = cluster.deployment("web").pods().stream().map(Pod::key).toList();
        cluster.deployment("web").delete();
        for (ObjectKey set : sets) {
            cluster.object(ReplicaSet.KIND, set).await(gone(), PATIENCE);
        }
        for (ObjectKey pod : pods) {
            cluster.object(Pod.KIND, pod).await(gone(), PATIENCE);
        }
        say("web is gone, with %d replica sets and %d pods", sets.size(), pods.size());
    }

    private static void nothingIsLeft() {
        var children = ProcessHandle.current().descendants().toList();
        check(children.isEmpty(), "processes are left: %s", children);
        var threads = Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("podium-"))
                .toList();
        check(threads.isEmpty(), "threads are left: %s", threads);
        say("the cluster is closed; no process and no thread is left");
    }

    private static void check(boolean holds, String otherwise, Object... values) {
        if (!holds) {
            throw new IllegalStateException(String.format(otherwise, values));
        }
    }

    private static void say(String what, Object... values) {
        System.out.printf(what + "%n", values);
    }
}
