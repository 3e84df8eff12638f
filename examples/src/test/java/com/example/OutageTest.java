package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.apps.Deployment;
import io.podium.testkit.TestCluster;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutageTest {

    // snippet:outage
    @Test
    void outlivesANode() {
        try (var cluster = TestCluster.simulated(42)) {
            cluster.apply(Deployment.named("web")
                    .replicas(3)
                    .container("app", c -> c.image("web"))
                    .build());
            cluster.runFor(Duration.ofMinutes(1));

            cluster.crashNode("node-1");
            cluster.runFor(Duration.ofMinutes(10));

            assertThat(cluster.livePods())
                    .hasSize(3)
                    .noneMatch(pod -> pod.spec().nodeName().equals("node-1"));
        }
    }
    // end
}
