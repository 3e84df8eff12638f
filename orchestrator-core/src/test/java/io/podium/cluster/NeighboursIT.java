package io.podium.cluster;

import static io.podium.api.Conditions.available;
import static io.podium.api.core.Probes.http;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.podium.api.Cluster;
import io.podium.api.apps.Deployment;
import io.podium.runtime.host.HostSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clusters side by side, all on defaults: in one JVM and in several, of one user, with one directory. */
@Timeout(300)
class NeighboursIT {
    private static final Duration USUAL = Duration.ZERO;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String JAVA = System.getProperty("java.home") + "/bin/java";

    @TempDir
    Path temp;

    @Test
    void twoClustersInOneJvm() throws Exception {
        try (var first = Cluster.start()) {
            var ours = serve(first);
            try (var second = Cluster.start()) {
                var theirs = serve(second);

                assertThat(ours).hasSize(2).doesNotContainAnyElementsOf(theirs);
                assertAnswer(ours);
                assertAnswer(theirs);
            }
            assertAnswer(ours);
            assertThat(first.deployment("web").pods())
                    .allSatisfy(pod -> assertThat(
                                    pod.status().containerStatuses().getFirst().restartCount())
                            .isZero());
        }
    }

    private static List<String> serve(Cluster cluster) {
        cluster.apply(Deployment.named("web")
                .replicas(2)
                .container(
                        "app",
                        c -> c.image("host")
                                .command(JAVA, "-m", "jdk.httpserver", "-b", "$(POD_IP)", "-p", "8080")
                                .port(8080)
                                .readiness(http("/", 8080).withPeriodSeconds(1)))
                .build());
        cluster.deployment("web").await(available(), PATIENCE);
        return cluster.deployment("web").pods().stream()
                .map(pod -> pod.status().podIP())
                .toList();
    }

    /** Two are started at once; a third while they run, whose start looks for what dead JVMs have left; and one of them dies. */
    @Test
    void severalJvms() throws Exception {
        assumeTrue(HostSystem.current() == HostSystem.LINUX, "addresses of pods are compared");
        try (var doomed = RunningProgram.start(temp, USUAL, "web-1", "stubborn-1");
                var living = RunningProgram.start(temp, USUAL, "web-1", "sleeper-1")) {
            doomed.awaitUp();
            living.awaitUp();
            try (var third = RunningProgram.start(temp, USUAL, "web-1").awaitUp()) {
                var all = new ArrayList<String>();
                for (var program : List.of(doomed, living, third)) {
                    assertUndisturbed(program);
                    program.status().pods().forEach(pod -> all.add(pod.ip()));
                }
                assertThat(all).hasSize(5).doesNotHaveDuplicates();

                doomed.signal("KILL");
                doomed.awaitEnd(PATIENCE);
                try (var heir = RunningProgram.start(temp, USUAL, "web-1").awaitUp()) {
                    assertUndisturbed(heir);
                    assertUndisturbed(living);
                    assertUndisturbed(third);
                    close(heir);
                }
                close(third);
            }
            assertUndisturbed(living);
            close(living);
        }
        assertThat(RunningProgram.processesOf(temp)).isEmpty();
        assertThat(temp.toFile().list((directory, name) -> name.startsWith("podium-")))
                .isEmpty();
    }

    private static void close(RunningProgram program) throws Exception {
        program.say("close");
        assertThat(program.awaitEnd(PATIENCE)).isZero();
    }

    private static void assertUndisturbed(RunningProgram program) throws Exception {
        var pods = program.status().pods();
        assertThat(pods).isNotEmpty().allSatisfy(pod -> {
            assertThat(pod.restarts()).isZero();
            assertThat(pod.phase()).isEqualTo("Running");
        });
        assertAnswer(pods.stream()
                .filter(pod -> pod.name().startsWith("web-"))
                .map(RunningProgram.PodLine::ip)
                .toList());
    }

    private static void assertAnswer(List<String> addresses) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            for (var address : addresses) {
                var page = HttpRequest.newBuilder(URI.create("http://" + address + ":8080/"))
                        .build();
                assertThat(client.send(page, BodyHandlers.discarding()).statusCode())
                        .as(address)
                        .isEqualTo(200);
            }
        }
    }
}
