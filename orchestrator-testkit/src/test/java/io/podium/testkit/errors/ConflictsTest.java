package io.podium.testkit.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.podium.api.apps.Deployment;
import io.podium.api.client.AlreadyExistsException;
import io.podium.api.client.Client;
import io.podium.api.client.ConflictException;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.Patch;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.ConfigMap;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.StatusCause;
import io.podium.testkit.TestCluster;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Two writers of one object. */
class ConflictsTest {
    private static final String MODIFIED =
            "Operation cannot be fulfilled on configmaps \"settings\": the object has been modified; please apply your changes to the"
                    + " latest version and try again";
    private static final String REMEDY =
            "say the same, leave out what is theirs, or take it over with WriteOptions.forced()";

    @AutoClose
    private final TestCluster cluster = TestCluster.simulated(1);

    private final Client client = cluster.client();

    private static ConfigMap settings(String mode) {
        return ConfigMap.named("settings")
                .namespace("default")
                .data("mode", mode)
                .build();
    }

    private static Deployment web(int replicas, String image) {
        return Deployment.named("web")
                .namespace("default")
                .replicas(replicas)
                .container("app", c -> c.image(image))
                .build();
    }

    @Test
    void anUpdateOfWhatWasReadBeforeSomebodyElseWrote() {
        var mine = cluster.create(settings("fast"));
        client.update(mine.withData(Map.of("mode", "theirs")), WriteOptions.PLAIN);

        assertThatThrownBy(() -> client.update(mine.withData(Map.of("mode", "mine")), WriteOptions.PLAIN))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.code()).isEqualTo(409))
                .hasMessage(MODIFIED);
        assertThat(client.get(ConfigMap.KIND, mine.key()).data()).containsEntry("mode", "theirs");
    }

    @Test
    void aPatchOrAnApplyOfAnOlderVersion() {
        var mine = cluster.create(settings("fast"));
        client.update(mine.withData(Map.of("mode", "theirs")), WriteOptions.PLAIN);
        var version = mine.metadata().resourceVersion();
        var patch = new Patch.Merge(JsonObject.of("metadata", JsonObject.of("resourceVersion", Json.of(version))));
        var applied = settings("mine").with(m -> m.metadata(meta -> meta.resourceVersion(version)));

        assertThatThrownBy(() -> client.patch(ConfigMap.KIND, mine.key(), patch, WriteOptions.PLAIN))
                .isInstanceOf(ConflictException.class)
                .hasMessage(MODIFIED);
        assertThatThrownBy(() -> client.apply(applied, WriteOptions.by("me")))
                .isInstanceOf(ConflictException.class)
                .hasMessage(MODIFIED);
    }

    /** The remedy in one call: {@code edit} reads again and changes again. */
    @Test
    void anEditGoesOnUntilNobodyElseIsFaster() {
        cluster.create(settings("fast"));
        var handle = cluster.cluster().object(ConfigMap.KIND, settings("fast").key());
        var others = new int[] {2};

        var edited = handle.edit(read -> {
            if (others[0]-- > 0) {
                client.update(read.withData(Map.of("mode", "theirs " + others[0])), WriteOptions.PLAIN);
            }
            return read.withData(Map.of("mode", "mine after " + read.data().get("mode")));
        });

        assertThat(edited.data()).containsEntry("mode", "mine after theirs 0");
    }

    @Test
    void anObjectThatWasCreatedAnew() {
        var old = cluster.create(settings("fast"));
        client.delete(ConfigMap.KIND, old.key(), DeleteOptions.PLAIN);
        var present = cluster.create(settings("fast"));
        var update = old.withMetadata(old.metadata().withResourceVersion(""));

        assertThatThrownBy(() -> client.update(update, WriteOptions.PLAIN))
                .isInstanceOf(ConflictException.class)
                .hasMessage(
                        "Operation cannot be fulfilled on configmaps \"settings\": Precondition failed: UID in precondition: "
                                + old.uid() + ", UID in object meta: " + present.uid());
        assertThatThrownBy(() -> client.delete(ConfigMap.KIND, old.key(), DeleteOptions.PLAIN.ifUid(old.uid())))
                .isInstanceOf(ConflictException.class)
                .hasMessage("Operation cannot be fulfilled on ConfigMap \"settings\": the UID in the precondition ("
                        + old.uid()
                        + ") does not match the UID in record (" + present.uid()
                        + "). The object might have been deleted and then recreated");
    }

    @Test
    void anObjectThatIsThereAlready() {
        cluster.create(settings("fast"));

        assertThatThrownBy(() -> cluster.create(settings("slow")))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessage("configmaps \"settings\" already exists");
    }

    @Test
    void fieldsThatAnotherManagerApplied() {
        client.apply(web(2, "nginx:1.27"), WriteOptions.by("alice"));

        assertThatThrownBy(() -> client.apply(web(3, "nginx:1.28"), WriteOptions.by("bob")))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        e -> assertThat(e.status().details().causes())
                                .extracting(StatusCause::reason, StatusCause::field, StatusCause::message)
                                .containsExactly(
                                        tuple("FieldManagerConflict", ".spec.replicas", "conflict with \"alice\""),
                                        tuple(
                                                "FieldManagerConflict",
                                                ".spec.template.spec.containers[name=\"app\"].image",
                                                "conflict with \"alice\"")))
                .hasMessage("Apply failed with 2 conflicts: conflicts with \"alice\":\n- .spec.replicas\n"
                        + "- .spec.template.spec.containers[name=\"app\"].image\n" + REMEDY);
    }

    @Test
    void aFieldThatSomebodyUpdated() {
        var applied = client.apply(web(2, "nginx"), WriteOptions.by("alice"));
        client.update(applied.with(d -> d.replicas(9)), WriteOptions.by("scaler"));

        assertThatThrownBy(() -> client.apply(web(2, "nginx"), WriteOptions.by("alice")))
                .isInstanceOf(ConflictException.class)
                .hasMessage("Apply failed with 1 conflict: conflict with \"scaler\" using apps/v1: .spec.replicas; "
                        + REMEDY);
    }

    @Test
    void forceTakesFieldsOverAndThenTheOtherManagerIsTold() {
        client.apply(web(2, "nginx"), WriteOptions.by("alice"));

        var forced = client.apply(web(3, "nginx"), WriteOptions.by("bob").forced());

        assertThat(forced.spec().replicas()).isEqualTo(3);
        assertThatThrownBy(() -> client.apply(web(2, "nginx"), WriteOptions.by("alice")))
                .isInstanceOf(ConflictException.class)
                .hasMessage("Apply failed with 1 conflict: conflict with \"bob\": .spec.replicas; " + REMEDY);
    }

    @Test
    void anApplyThatSaysNotWhoApplies() {
        assertThatThrownBy(() -> client.apply(settings("fast"), WriteOptions.PLAIN))
                .hasMessage(
                        "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply patch; name"
                                + " the manager with WriteOptions.by");
        assertThat(cluster.all(ConfigMap.KIND)).isEmpty();
    }
}
