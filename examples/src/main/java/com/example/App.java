package com.example;

import static io.podium.api.Conditions.available;
import static io.podium.api.core.Probes.http;
import static io.podium.api.core.Resources.cpu;
import static io.podium.api.core.Resources.memory;
import static java.time.Duration.ofSeconds;

import io.podium.api.Cluster;
import io.podium.api.apps.Deployment;

/** Serves HTTP from three processes. */
public class App {
    static final String JAVA = System.getProperty("java.home") + "/bin/java";

    public static void main(String... args) {
        try (Cluster cluster = Cluster.start()) {
            cluster.apply(Deployment.named("web")
                    .replicas(3)
                    .container(
                            "app",
                            c -> c.image("host")
                                    .command(JAVA, "-m", "jdk.httpserver", "-b", "$(POD_IP)", "-p", "8080")
                                    .port(8080)
                                    .readiness(http("/", 8080).withPeriodSeconds(1))
                                    .requests(cpu("100m"), memory("64Mi")))
                    .build());
            cluster.deployment("web").await(available(), ofSeconds(60));

            for (var pod : cluster.deployment("web").pods()) {
                System.out.println(
                        pod.name() + " listens at " + cluster.pod(pod.key()).address(8080));
            }
        }
    }
}
