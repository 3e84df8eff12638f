package io.podium.testkit.errors;

import static io.podium.api.Conditions.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.Cluster;
import io.podium.api.client.BadRequestException;
import io.podium.api.client.ForbiddenException;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.ContainerBuilder;
import io.podium.api.core.VolumeBuilder;
import io.podium.testkit.junit.PodiumTest;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Containers that cannot be made: images that nobody has, and configuration that is missing. */
@PodiumTest(shared = true)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its containers run programs of Unix")
class ContainerConfigErrorsTest {
    private static final String NO_IMAGES =
            "image \"nginx:1.27\": the process runtime has no images but \"host\", the programs of this machine; set image: host and a"
                    + " command; other images need a container runtime, of which Podium has none yet";

    private final Cluster cluster;

    ContainerConfigErrorsTest(Cluster cluster) {
        this.cluster = cluster;
    }

    // Images

    @Test
    void anImageThatIsNotHost() throws InterruptedException {
        var story = PodStory.begin(cluster, "image", c -> c.image("nginx:1.27"));

        assertThat(story.awaitWaiting("ErrImagePull")).isEqualTo(NO_IMAGES);
        assertThat(story.awaitWaiting("ImagePullBackOff"))
                .isEqualTo("Back-off pulling image \"nginx:1.27\": ErrImagePull: " + NO_IMAGES);
        story.awaitEvent("Normal Pulling Pulling image \"nginx:1.27\"");
        story.awaitEvent("Warning Failed Failed to pull image \"nginx:1.27\": " + NO_IMAGES);
        story.awaitEvent("Warning Failed Error: ErrImagePull");
        story.awaitEvent("Normal BackOff Back-off pulling image \"nginx:1.27\"");
        story.awaitEvent("Warning Failed Error: ImagePullBackOff");
        assertThatThrownBy(() -> cluster.pod("image").logs())
                .isInstanceOf(BadRequestException.class)
                .hasMessage("container \"app\" in pod \"image\" is waiting to start: trying and failing to pull image");
    }

    @Test
    void anImageThatMayNotBePulled() throws InterruptedException {
        var story = PodStory.begin(cluster, "never", c -> c.image("nginx").imagePullPolicy("Never"));
        var message = "Container image \"nginx\" is not present with pull policy of Never";

        assertThat(story.awaitWaiting("ErrImageNeverPull")).isEqualTo(message);
        story.awaitEvent("Warning ErrImageNeverPull " + message);
        story.awaitEvent("Warning Failed Error: ErrImageNeverPull");
    }

    @Test
    void anImageThatIsNoName() throws InterruptedException {
        var story = PodStory.begin(cluster, "upper", c -> c.image("Nginx"));
        var message =
                "Failed to apply default image tag \"Nginx\": couldn't parse image name \"Nginx\": invalid reference format:"
                        + " repository name (library/Nginx) must be lowercase";

        assertThat(story.awaitWaiting("InvalidImageName")).isEqualTo(message);
        story.awaitEvent("Warning InspectFailed " + message);
        story.awaitEvent("Warning Failed Error: InvalidImageName");
    }

    // Environment

    private void assertConfigError(String name, Consumer<ContainerBuilder> container, String message)
            throws InterruptedException {
        var story = PodStory.begin(cluster, name, container);

        assertThat(story.awaitWaiting("CreateContainerConfigError")).isEqualTo(message);
        story.awaitEvent("Warning Failed Error: " + message);
        assertThatThrownBy(() -> cluster.pod(name).logs())
                .hasMessage(
                        "container \"app\" in pod \"" + name + "\" is waiting to start: CreateContainerConfigError");
    }

    @Test
    void aVariableFromAConfigMapThatIsMissing() throws InterruptedException {
        assertConfigError(
                "from-map",
                c -> c.addEnv(v -> v.name("MODE")
                        .valueFrom(f -> f.configMapKeyRef(r -> r.name("none").key("mode")))),
                "configmap \"none\" not found");
        assertConfigError(
                "all-from-map",
                c -> c.addEnvFrom(f -> f.configMapRef(r -> r.name("none"))),
                "configmap \"none\" not found");
    }

    @Test
    void aVariableFromASecretThatIsMissing() throws InterruptedException {
        assertConfigError(
                "from-secret",
                c -> c.addEnv(v -> v.name("TOKEN")
                        .valueFrom(f -> f.secretKeyRef(r -> r.name("none").key("token")))),
                "secret \"none\" not found");
    }

    @Test
    void aVariableFromAKeyThatIsMissing() throws InterruptedException {
        cluster.apply(ConfigMap.named("settings").data("speed", "fast").build());

        assertConfigError(
                "from-key",
                c -> c.addEnv(v -> v.name("MODE")
                        .valueFrom(
                                f -> f.configMapKeyRef(r -> r.name("settings").key("mode")))),
                "couldn't find key mode in ConfigMap default/settings");
    }

    @Test
    void optionalOnesMayBeMissing() {
        PodStory.begin(
                cluster,
                "optional",
                c -> c.addEnv(v -> v.name("MODE")
                        .valueFrom(f -> f.configMapKeyRef(
                                r -> r.name("none").key("mode").optional(true)))));

        cluster.pod("optional").await(ready(), PodStory.PATIENCE);
    }

    // Volumes

    private void assertFailedMount(String name, Consumer<VolumeBuilder> source, String problem)
            throws InterruptedException {
        var story = PodStory.begin(
                cluster,
                name,
                c -> c.volumeMount(m -> m.name("data").mountPath("/data")),
                p -> p.podSpec(spec -> spec.volume(v -> source.accept(v.name("data")))));

        story.awaitEvent("Warning FailedMount MountVolume.SetUp failed for volume \"data\" : " + problem);
        assertThat(story.awaitWaiting("ContainerCreating")).isEmpty();
    }

    @Test
    void volumesOfWhatIsMissing() throws InterruptedException {
        assertFailedMount("map-volume", v -> v.configMap(m -> m.name("none")), "configmap \"none\" not found");
        assertFailedMount("secret-volume", v -> v.secret(s -> s.secretName("none")), "secret \"none\" not found");
        assertFailedMount(
                "host-volume",
                v -> v.hostPath(h -> h.path("/no/such/directory").type("Directory")),
                "hostPath type check failed: /no/such/directory is not a directory");
    }

    @Test
    void aVolumeThatANodeDoesNotHave() throws InterruptedException {
        assertFailedMount(
                "claim-volume",
                v -> v.persistentVolumeClaim(c -> c.claimName("data")),
                "this node has no volumes of that type; use emptyDir, hostPath, configMap, secret, downwardAPI or projected");
    }

    // Others

    @Test
    void anAccountThatIsMissing() {
        assertThatThrownBy(() -> PodStory.begin(
                        cluster, "stranger", c -> {}, p -> p.podSpec(spec -> spec.serviceAccountName("nobody"))))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage(
                        "pods \"stranger\" is forbidden: error looking up service account default/nobody: serviceaccount"
                                + " \"nobody\" not found");
    }
}
