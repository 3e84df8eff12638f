package io.podium.runtime;

import static io.podium.api.Conditions.phase;
import static io.podium.api.Conditions.ready;
import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.Cluster;
import io.podium.api.core.Pod;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuntimesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Pod pod(String name, String image, String node) {
        return Pod.named(name)
                .restartPolicy("Never")
                .podSpec(spec -> spec.nodeName(node))
                .container("app", c -> c.image(image))
                .build();
    }

    @Test
    void podsOfSeveralSimulatedNodesHaveAddressesOfTheirOwn() {
        try (var cluster = Cluster.builder().nodes(2, Runtimes.simulated()).start()) {
            cluster.apply(pod("a", "app", "node-1"));
            cluster.apply(pod("b", "app", "node-2"));
            cluster.pod("a").await(ready(), PATIENCE);
            cluster.pod("b").await(ready(), PATIENCE);

            assertThat(cluster.pod("a").address(80))
                    .isNotEqualTo(cluster.pod("b").address(80));
        }
    }

    @Test
    void aNodeRunsSeveralFunctions() {
        var functions = Runtimes.jvm(Map.of("good", context -> 0, "bad", context -> 3));
        try (var cluster = Cluster.builder().nodes(1, functions).start()) {
            cluster.apply(pod("good", "good", "node-1"));
            cluster.apply(pod("bad", "bad", "node-1"));

            cluster.pod("good").await(phase("Succeeded"), PATIENCE);
            cluster.pod("bad").await(phase("Failed"), PATIENCE);
        }
    }
}
