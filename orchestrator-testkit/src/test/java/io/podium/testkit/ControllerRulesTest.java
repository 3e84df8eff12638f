package io.podium.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.DeleteOptions.Propagation;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.ConfigMapBuilder;
import io.podium.api.core.Event;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.Taint;
import io.podium.api.core.TaintBuilder;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.OwnerReferenceBuilder;
import io.podium.api.meta.Sorted;
import io.podium.runtime.simulated.SimulatedBehavior;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of controllers that seldom matter, each by itself. */
class ControllerRulesTest {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Taint OLD =
            new TaintBuilder().key("example.com/old").effect("NoExecute").build();

    private static List<String> events(TestCluster cluster, String reason) {
        return cluster.all(Event.KIND).stream()
                .filter(event -> event.reason().equals(reason))
                .map(Event::message)
                .toList();
    }

    @Test
    void aReplicaSetLeavesAloneWhatHasEnded() {
        var cluster = TestCluster.seeded(1)
                .script((sandbox, container) -> sandbox.name().equals("ended")
                        ? SimulatedBehavior.ends(Duration.ofSeconds(1), 0)
                        : SimulatedBehavior.DEFAULT)
                .start();
        try (cluster) {
            cluster.create(Pod.named("ended")
                    .namespace("default")
                    .label("app", "web")
                    .restartPolicy("Never")
                    .container("app", c -> c.image("app"))
                    .build());
            cluster.runFor(SOON);

            cluster.create(ReplicaSet.named("web")
                    .namespace("default")
                    .spec(spec -> spec.replicas(1)
                            .selector(selector -> selector.matchLabel("app", "web"))
                            .template(template -> template.metadata(metadata -> metadata.label("app", "web"))
                                    .spec(pod ->
                                            pod.container(c -> c.name("app").image("app")))))
                    .build());
            cluster.runFor(SOON);

            assertThat(cluster.client()
                            .get(Pod.KIND, ObjectKey.of("default", "ended"))
                            .metadata()
                            .ownerReferences())
                    .isEmpty();
            assertThat(cluster.livePods()).hasSize(1);
        }
    }

    /** A set that a rollout has shrunk says for which size of its deployment; the size it has may be that of the deployment by now. */
    @Test
    void aRolloutGoesOnFromASetOfTheRightSizeThatWasScaledForAnother() {
        try (var cluster = TestCluster.simulated(1)) {
            cluster.create(Deployment.named("web")
                    .namespace("default")
                    .replicas(1)
                    .container("app", c -> c.image("app:1"))
                    .build());
            cluster.settle();
            var set = cluster.all(ReplicaSet.KIND).getFirst();
            cluster.client()
                    .update(
                            set.withMetadata(set.metadata()
                                    .withAnnotations(Sorted.with(
                                            set.metadata().annotations(),
                                            "deployment.kubernetes.io/desired-replicas",
                                            "2"))),
                            WriteOptions.PLAIN);

            cluster.cluster().deployment("web").edit(web -> web.with(d -> d.container("app", c -> c.image("app:2"))));
            cluster.settle();

            assertThat(cluster.livePods())
                    .extracting(pod -> pod.spec().containers().getFirst().image())
                    .containsExactly("app:2");
        }
    }

    private static Deployment tolerant() {
        return Deployment.named("web")
                .namespace("default")
                .replicas(1)
                .container("app", c -> c.image("app"))
                .podSpec(spec -> spec.toleration(toleration -> toleration
                        .key(OLD.key())
                        .operator("Exists")
                        .effect("NoExecute")
                        .tolerationSeconds(60L)))
                .build();
    }

    private static void taint(TestCluster cluster, List<Taint> taints) {
        var name = cluster.livePods().getFirst().spec().nodeName();
        var node = cluster.client().get(Node.KIND, ObjectKey.of("", name));
        cluster.client().update(node.withSpec(node.spec().withTaints(taints)), WriteOptions.PLAIN);
        cluster.runFor(SOON);
    }

    @Test
    void aPodWhoseNodeRecoversInTimeStaysAndIsToldSo() {
        try (var cluster = TestCluster.simulated(1)) {
            cluster.create(tolerant());
            cluster.settle();
            var pod = cluster.livePods().getFirst();

            taint(cluster, List.of(OLD));
            taint(cluster, List.of());
            cluster.runFor(Duration.ofMinutes(2));

            assertThat(cluster.livePods()).extracting(Pod::name).containsExactly(pod.name());
            assertThat(events(cluster, "TaintManagerEviction"))
                    .containsExactly("Cancelling deletion of Pod default/" + pod.name());
        }
    }

    @Test
    void aPodWhoseNodeDoesNotRecoverGoes() {
        try (var cluster = TestCluster.simulated(1)) {
            cluster.create(tolerant());
            cluster.settle();
            var pod = cluster.livePods().getFirst();

            taint(cluster, List.of(OLD));
            cluster.runFor(Duration.ofMinutes(2));

            assertThat(cluster.livePods()).extracting(Pod::name).doesNotContain(pod.name());
            assertThat(events(cluster, "TaintManagerEviction"))
                    .contains("Marking for deletion Pod default/" + pod.name())
                    .noneMatch(message -> message.startsWith("Cancelling"));
        }
    }

    private static ConfigMapBuilder ownedBy(String name, ApiObject<?> owner, String namespaceOfOwned) {
        return ConfigMap.named(name)
                .namespace(namespaceOfOwned)
                .metadata(metadata -> metadata.ownerReference(new OwnerReferenceBuilder()
                        .apiVersion(owner.kind().apiVersion())
                        .kind(owner.kind().name())
                        .name(owner.name())
                        .uid(owner.uid())
                        .blockOwnerDeletion(true)
                        .build()));
    }

    @Test
    void objectsThatOwnEachOtherGoInTheForeground() {
        try (var cluster = TestCluster.simulated(1)) {
            var one = cluster.create(ConfigMap.named("one").namespace("default").build());
            var two = cluster.create(ownedBy("two", one, "default").build());
            cluster.client()
                    .update(
                            one.withMetadata(ownedBy("one", two, "default").build().metadata().toBuilder()
                                    .uid(one.uid())
                                    .resourceVersion(one.metadata().resourceVersion())
                                    .build()),
                            WriteOptions.PLAIN);
            cluster.settle();

            cluster.client().delete(ConfigMap.KIND, one.key(), DeleteOptions.PLAIN.with(Propagation.FOREGROUND));
            cluster.runFor(SOON);

            assertThat(cluster.all(ConfigMap.KIND)).extracting(ConfigMap::name).doesNotContain("one", "two");
        }
    }

    @Test
    void anOwnerThatAnObjectNoLongerNeedsGoesInTheForeground() {
        try (var cluster = TestCluster.simulated(1)) {
            var one = cluster.create(ConfigMap.named("one").namespace("default").build());
            var two = cluster.create(ConfigMap.named("two").namespace("default").build());
            var references = Stream.of(one, two)
                    .flatMap(owner -> ownedBy("any", owner, "default").build().metadata().ownerReferences().stream())
                    .toList();
            cluster.create(ConfigMap.named("owned")
                    .namespace("default")
                    .metadata(metadata -> metadata.ownerReferences(references))
                    .build());
            cluster.settle();

            cluster.client().delete(ConfigMap.KIND, one.key(), DeleteOptions.PLAIN.with(Propagation.FOREGROUND));
            cluster.runFor(SOON);

            assertThat(cluster.all(ConfigMap.KIND))
                    .extracting(ConfigMap::name)
                    .contains("two", "owned")
                    .doesNotContain("one");
        }
    }

    @Test
    void podsThatCannotBeCreatedAreNamedAfterTheirSet() {
        try (var cluster = TestCluster.simulated(1)) {
            cluster.create(Deployment.named("web")
                    .namespace("default")
                    .replicas(1)
                    .container("app", c -> c.image("app"))
                    .podSpec(spec -> spec.serviceAccountName("nobody"))
                    .build());

            cluster.runFor(SOON);

            var set = cluster.all(ReplicaSet.KIND).getFirst();
            var why = "pods \"" + set.name() + "-\" is forbidden: error looking up service account default/nobody:"
                    + " serviceaccount \"nobody\" not found";
            assertThat(events(cluster, "FailedCreate")).containsOnly("Error creating: " + why);
            assertThat(cluster.all(Deployment.KIND).getFirst().status().conditions())
                    .anyMatch(condition -> condition.type().equals("ReplicaFailure")
                            && condition.message().equals(why));
        }
    }

    @Test
    void anObjectThatLostItsOwnerOrphansItsOwnIfItWasToldSo() {
        try (var cluster = TestCluster.simulated(1)) {
            var owner =
                    cluster.create(ConfigMap.named("owner").namespace("default").build());
            var middle = cluster.create(ownedBy("middle", owner, "default")
                    .metadata(metadata -> metadata.finalizer("orphan"))
                    .build());
            cluster.create(ownedBy("leaf", middle, "default").build());
            cluster.settle();

            cluster.client().delete(ConfigMap.KIND, owner.key(), DeleteOptions.PLAIN);
            cluster.runFor(SOON);

            assertThat(cluster.all(ConfigMap.KIND))
                    .extracting(ConfigMap::name)
                    .contains("leaf")
                    .doesNotContain("owner", "middle");
        }
    }

    @Test
    void anObjectOfTheWholeClusterIsNotCollectedForAnOwnerInSomeNamespace() {
        try (var cluster = TestCluster.simulated(1)) {
            var owner =
                    cluster.create(ConfigMap.named("owner").namespace("default").build());
            var reference = ownedBy("any", owner, "default").build().metadata().ownerReferences();
            cluster.create(Node.named("owned")
                    .metadata(metadata -> metadata.ownerReferences(reference))
                    .build());

            cluster.runFor(SOON);

            assertThat(cluster.all(Node.KIND)).extracting(Node::name).contains("owned");
        }
    }
}
