package io.podium.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.batch.Job;
import io.podium.api.client.BadRequestException;
import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.DeleteOptions.Propagation;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.Patch;
import io.podium.api.client.WriteOptions;
import io.podium.api.coordination.LeaseBuilder;
import io.podium.api.core.BindingBuilder;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Event;
import io.podium.api.core.EventBuilder;
import io.podium.api.core.Namespace;
import io.podium.api.core.Pod;
import io.podium.api.meta.DeleteOptionsBuilder;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.policy.EvictionBuilder;
import io.podium.apiserver.rules.BuiltInRules;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How objects of built-in kinds end, and what is written to pods beside their updates. */
class DeletionRulesTest {
    private final TestServer server = new TestServer(BuiltInRules.book());
    private final Client client = server.client("test");

    @AfterEach
    void close() {
        server.close();
    }

    private Pod running(String name) {
        var pod = Pod.named(name)
                .spec(spec -> spec.nodeName("n1")
                        .terminationGracePeriodSeconds(20L)
                        .container(container -> container.name("a").image("b")))
                .build();
        return client.create(pod, WriteOptions.PLAIN);
    }

    @Test
    void shortensTheGraceOfADeletedPodOnlyIfAsked() {
        var pod = running("p");
        var slow = DeleteOptions.PLAIN.within(Duration.ofSeconds(50));

        client.delete(Pod.KIND, pod.key(), slow);
        var again = client.delete(Pod.KIND, pod.key(), DeleteOptions.PLAIN.with(Propagation.ORPHAN));
        var sooner = client.delete(Pod.KIND, pod.key(), DeleteOptions.PLAIN.within(Duration.ofSeconds(3)));

        assertThat(again.metadata().deletionGracePeriodSeconds()).isEqualTo(50);
        assertThat(again.metadata().finalizers()).isEmpty();
        assertThat(sooner.metadata().deletionGracePeriodSeconds()).isEqualTo(3);
    }

    @Test
    void orphansThePodsOfAJobUnlessTold() {
        var job = Job.named("j")
                .spec(spec -> spec.template(template -> template.spec(pod -> pod.restartPolicy("Never")
                        .container(container -> container.name("a").image("b")))))
                .build();

        var kept = client.create(job, WriteOptions.PLAIN);
        var deleted = client.delete(Job.KIND, kept.key(), DeleteOptions.PLAIN);
        client.delete(Job.KIND, kept.key(), DeleteOptions.PLAIN.with(Propagation.BACKGROUND));

        assertThat(deleted.metadata().finalizers()).containsExactly("orphan");
        assertThat(client.find(Job.KIND, kept.key())).isEmpty();
    }

    @Test
    void hasNobodyWaitForAnEvent() {
        var event = new EventBuilder()
                .name("e")
                .namespace("default")
                .involvedObject(object -> object.kind("Pod").name("p").namespace("default"))
                .build();
        var created = client.create(event, WriteOptions.PLAIN);

        client.delete(Event.KIND, created.key(), DeleteOptions.PLAIN.with(Propagation.ORPHAN));

        assertThat(client.find(Event.KIND, created.key())).isEmpty();
    }

    @Test
    void givesANamespaceNoGracePeriod() {
        var team = client.create(Namespace.named("team").build(), WriteOptions.PLAIN);

        client.delete(Namespace.KIND, team.key(), DeleteOptions.PLAIN);
        var deleted = client.delete(Namespace.KIND, team.key(), DeleteOptions.PLAIN.with(Propagation.FOREGROUND));

        assertThat(deleted.isTerminating()).isTrue();
        assertThat(deleted.metadata().deletionGracePeriodSeconds()).isNull();
        assertThat(deleted.metadata().finalizers()).isEmpty();
    }

    @Test
    void keepsTheNameOfANamespaceAmongItsLabels() {
        var team = client.create(Namespace.named("team").build(), WriteOptions.PLAIN);
        var bare = team.withMetadata(team.metadata().withLabels(Map.of()));

        var finalized = client.update(bare, WriteOptions.PLAIN.on("finalize"));

        assertThat(finalized.metadata().labels()).containsEntry("kubernetes.io/metadata.name", "team");
    }

    @Test
    void answersADryRunOfADeletionWithTheObjectAsItIs() {
        var map = client.create(ConfigMap.named("a").build(), WriteOptions.PLAIN);

        var deleted = client.delete(ConfigMap.KIND, map.key(), new DeleteOptions(null, null, "", "", true));

        assertThat(deleted).isEqualTo(map);
        assertThat(client.find(ConfigMap.KIND, map.key())).isPresent();
    }

    @Test
    void createsAnAbsentLeaseThatIsUpdatedButNoAbsentConfigMap() {
        var lease = new LeaseBuilder().name("l").namespace("default").build();

        var created = client.update(lease, WriteOptions.PLAIN);

        assertThat(created.uid()).isNotEmpty();
        assertThatThrownBy(() -> client.update(ConfigMap.named("a").build(), WriteOptions.PLAIN))
                .isInstanceOf(NotFoundException.class);
        var gone = created.withMetadata(created.metadata().withName("other"));
        assertThatThrownBy(() -> client.update(gone, WriteOptions.PLAIN)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void bindsPodsToNodesOnlyAndKeepsWhatTheBindingNotes() {
        var pod =
                Pod.named("p").container("a", container -> container.image("b")).build();
        var free = client.create(pod, WriteOptions.PLAIN);
        var binding = new BindingBuilder()
                .metadata(meta -> meta.name("p").namespace("default").annotation("why", "because"))
                .target(target -> target.name("n1"))
                .build();

        assertThatThrownBy(() -> client.bind(binding.withTarget(binding.target().withKind("Pod")), WriteOptions.PLAIN))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("target.kind");
        client.bind(binding, WriteOptions.PLAIN);

        var bound = client.get(Pod.KIND, free.key());
        assertThat(bound.spec().nodeName()).isEqualTo("n1");
        assertThat(bound.metadata().annotations()).containsEntry("why", "because");
    }

    @Test
    void notesNothingOfAnEvictionThatIsOnlyTried() {
        var pod = running("p");
        var eviction = new EvictionBuilder()
                .metadata(meta -> meta.name("p").namespace("default"))
                .deleteOptions(new DeleteOptionsBuilder().dryRun("All").build())
                .build();

        client.evict(eviction, WriteOptions.PLAIN);

        assertThat(client.get(Pod.KIND, pod.key())).isEqualTo(pod);
    }

    @Test
    void changesNoLabelsThroughTheResources() {
        var pod = running("p");
        var labels = JsonObject.of("metadata", JsonObject.of("labels", JsonObject.of("a", Json.of("b"))));

        var resized = client.patch(Pod.KIND, pod.key(), new Patch.Merge(labels), WriteOptions.PLAIN.on("resize"));

        assertThat(resized.metadata().labels()).isEmpty();
    }
}
