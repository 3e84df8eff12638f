package com.example;

import static io.podium.api.Conditions.available;
import static io.podium.api.core.Probes.http;
import static java.time.Duration.ofSeconds;

import io.podium.api.Cluster;
import io.podium.api.apps.Deployment;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Serves HTTP from two processes of a cluster that lives and ends with the application. */
@SpringBootApplication
public class Application {
    static final String JAVA = System.getProperty("java.home") + "/bin/java";

    public static void main(String... args) {
        SpringApplication.run(Application.class, args).close();
    }

    // snippet:bean
    @Bean
    Cluster cluster() {
        return Cluster.start();
    }
    // end

    @Bean
    CommandLineRunner serve(Cluster cluster) {
        return args -> {
            cluster.apply(Deployment.named("web")
                    .replicas(2)
                    .container("app", c -> c.image("host")
                            .command(JAVA, "-m", "jdk.httpserver", "-b", "$(POD_IP)", "-p", "8080")
                            .port(8080)
                            .readiness(http("/", 8080).withPeriodSeconds(1)))
                    .build());
            cluster.deployment("web").await(available(), ofSeconds(60));
            for (var pod : cluster.deployment("web").pods()) {
                System.out.println(pod.name() + " listens at " + cluster.pod(pod.key()).address(8080));
            }
        };
    }
}
