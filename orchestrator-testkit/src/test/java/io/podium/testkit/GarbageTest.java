package io.podium.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.client.DeleteOptions;
import io.podium.api.client.DeleteOptions.Propagation;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.ConfigMapBuilder;
import io.podium.api.core.Secret;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.OwnerReference;
import io.podium.api.meta.OwnerReferenceBuilder;
import io.podium.api.scheduling.PriorityClass;
import io.podium.testkit.sim.SeedSource;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What becomes of objects when their owners go. */
class GarbageTest {
    private static final Duration WHILE = Duration.ofMinutes(1);

    private static OwnerReference reference(ApiObject<?> owner) {
        return new OwnerReferenceBuilder()
                .apiVersion(owner.kind().apiVersion())
                .kind(owner.kind().name())
                .name(owner.name())
                .uid(owner.uid())
                .build();
    }

    private static Secret owner(TestCluster cluster) {
        return cluster.create(Secret.named("owner").namespace("default").build());
    }

    private static ConfigMapBuilder owned(String name, ApiObject<?> owner) {
        return ConfigMap.named(name).namespace("default").ownerReference(reference(owner));
    }

    private static void delete(TestCluster cluster, Secret owner, Propagation propagation) {
        cluster.client().delete(Secret.KIND, owner.key(), DeleteOptions.PLAIN.with(propagation));
    }

    @ParameterizedTest
    @SeedSource(runs = 10)
    void whatAnOwnerLetsGoStaysEvenIfTheCollectorHasNotSeenItYet(long seed) {
        var cluster = TestCluster.seeded(seed)
                .faults(faults -> faults.plan().fail("informer.lag.configmaps", 0.9))
                .start();
        try (cluster) {
            var owner = owner(cluster);
            cluster.runFor(WHILE);
            cluster.create(owned("orphan", owner).build());
            delete(cluster, owner, Propagation.ORPHAN);

            cluster.runFor(WHILE);
            cluster.healAndSettle();

            assertThat(cluster.all(Secret.KIND)).isEmpty();
            assertThat(cluster.all(ConfigMap.KIND))
                    .filteredOn(map -> map.name().equals("orphan"))
                    .hasSize(1)
                    .allMatch(map -> map.metadata().ownerReferences().isEmpty());
        }
    }

    /** Of an owner that can be in any namespace nothing can be said, least of all that it is gone. */
    @Test
    void anObjectOfNoNamespaceThatNamesAnOwnerInOneStays() {
        try (var cluster = TestCluster.simulated(1)) {
            var owner = owner(cluster);
            cluster.create(PriorityClass.named("global")
                    .value(7)
                    .ownerReference(reference(owner))
                    .build());

            cluster.runFor(WHILE);

            assertThat(cluster.all(PriorityClass.KIND))
                    .extracting(PriorityClass::name)
                    .containsExactly("global");
        }
    }

    @Test
    void anObjectThatAsksToLetItsOwnGoDoesSoWhenItIsCollected() {
        try (var cluster = TestCluster.simulated(1)) {
            var owner = owner(cluster);
            var middle =
                    cluster.create(owned("middle", owner).finalizer("orphan").build());
            cluster.create(owned("leaf", middle).build());
            cluster.settle();

            delete(cluster, owner, Propagation.BACKGROUND);
            cluster.settle();

            assertThat(cluster.all(ConfigMap.KIND))
                    .extracting(ConfigMap::name)
                    .contains("leaf")
                    .doesNotContain("middle");
        }
    }
}
