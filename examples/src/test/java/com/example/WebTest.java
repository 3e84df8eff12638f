package com.example;

import static io.podium.api.Conditions.available;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.Cluster;
import io.podium.api.apps.Deployment;
import io.podium.testkit.junit.PodiumTest;
import org.junit.jupiter.api.Test;

@PodiumTest
class WebTest {

    @Test
    void scales(Cluster cluster) {
        cluster.apply(Deployment.named("web")
                .container("app", c -> c.image("host").command("sleep", "1000"))
                .build());
        cluster.deployment("web").await(available(), ofSeconds(30));

        cluster.deployment("web").scale(3);

        cluster.deployment("web").await(available(), ofSeconds(30));
        assertThat(cluster.deployment("web").pods()).hasSize(3);
    }
}
