package io.podium.testkit.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.batch.Job;
import io.podium.api.client.InvalidException;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Pod;
import io.podium.api.core.Secret;
import io.podium.api.core.Service;
import io.podium.api.meta.ApiObject;
import io.podium.testkit.TestCluster;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What cannot be changed once an object is there; it stays as it was. */
class ImmutableFieldsTest {
    private static final String POD_UPDATES = "spec: Forbidden: pod updates may not change fields other than"
            + " `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only"
            + " additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was"
            + " previously negative)";

    @AutoClose
    private final TestCluster cluster = TestCluster.simulated(1);

    private <T extends ApiObject<T>> void assertRefused(T stored, UnaryOperator<T> change, String message) {
        assertThatThrownBy(() -> cluster.client().update(change.apply(stored), WriteOptions.PLAIN))
                .isInstanceOf(InvalidException.class)
                .hasMessage(message);
        assertThat(cluster.client().get(stored.kind(), stored.key())).isEqualTo(stored);
    }

    @Test
    void selectorOfADeployment() {
        var web = cluster.create(
                Deployment.named("web").container("app", c -> c.image("nginx")).build());

        assertRefused(
                web,
                d -> d.with(changed -> changed.selector("app", "other")),
                "Deployment.apps \"web\" is invalid: spec.selector: Invalid value: {\"matchLabels\":{\"app\":\"other\"}}: field is"
                        + " immutable");
    }

    @Test
    void selectorOfAReplicaSet() {
        var web = cluster.create(
                ReplicaSet.named("web").container("app", c -> c.image("nginx")).build());

        assertRefused(
                web,
                s -> s.with(changed -> changed.selector("app", "other")),
                "ReplicaSet.apps \"web\" is invalid: spec.selector: Invalid value: {\"matchLabels\":{\"app\":\"other\"}}: field is"
                        + " immutable");
    }

    @Test
    void allButTheImagesOfAPod() {
        var web = cluster.create(
                Pod.named("web").container("app", c -> c.image("nginx")).build());

        assertRefused(
                web, p -> p.withSpec(p.spec().withRestartPolicy("Never")), "Pod \"web\" is invalid: " + POD_UPDATES);
        assertRefused(
                web,
                p -> p.withSpec(p.spec()
                        .withContainers(List.of(p.spec().containers().getFirst().withCommand(List.of("sh"))))),
                "Pod \"web\" is invalid: " + POD_UPDATES);
        assertRefused(
                web,
                p -> p.with(changed -> changed.container("second", c -> c.image("nginx"))),
                "Pod \"web\" is invalid: spec.containers: Forbidden: pod updates may not add or remove containers");
    }

    @Test
    void templateAndCompletionsOfAJob() {
        var job = cluster.create(Job.named("sum")
                .restartPolicy("Never")
                .container("app", c -> c.image("sum:1"))
                .build());

        assertRefused(
                job,
                j -> j.withSpec(j.spec().withCompletions(7)),
                "Job.batch \"sum\" is invalid: spec.completions: Invalid value: 7: field is immutable");
        assertThatThrownBy(() -> cluster.client()
                        .update(
                                job.with(j -> j.podSpec(s -> s.containers(List.of(job.spec()
                                        .template()
                                        .spec()
                                        .containers()
                                        .getFirst()
                                        .withImage("sum:2"))))),
                                WriteOptions.PLAIN))
                .isInstanceOf(InvalidException.class)
                .hasMessageStartingWith(
                        "Job.batch \"sum\" is invalid: spec.template: Invalid value: {\"metadata\":{\"labels\":{")
                .hasMessageContaining("\"image\":\"sum:2\"")
                .hasMessageEndingWith("}}: field is immutable");
    }

    @Test
    void addressOfAService() {
        var web = cluster.create(
                Service.named("web").selecting("app", "web").port(80, 8080).build());

        assertRefused(
                web,
                s -> s.withSpec(s.spec().withClusterIP("10.96.77.77").withClusterIPs(List.of("10.96.77.77"))),
                "Service \"web\" is invalid: spec.clusterIPs[0]: Invalid value: [\"10.96.77.77\"]: may not change once set");
    }

    @Test
    void typeOfASecret() {
        var login = cluster.create(Secret.named("login").build());

        assertRefused(
                login,
                s -> s.withType("example.com/login"),
                "Secret \"login\" is invalid: type: Invalid value: \"example.com/login\": field is immutable");
    }

    @Test
    void dataThatWasMadeImmutable() {
        var settings = cluster.create(
                ConfigMap.named("settings").data("mode", "fast").build().withImmutable(true));

        assertRefused(
                settings,
                m -> m.withData(Map.of("mode", "slow")),
                "ConfigMap \"settings\" is invalid: data: Forbidden: field is immutable when `immutable` is set");
        assertRefused(
                settings,
                m -> m.withImmutable(false),
                "ConfigMap \"settings\" is invalid: immutable: Forbidden: field is immutable when `immutable` is set");
        assertThatThrownBy(() -> cluster.apply(
                        ConfigMap.named("settings").data("mode", "slow").build()))
                .hasMessage(
                        "ConfigMap \"settings\" is invalid: data: Forbidden: field is immutable when `immutable` is set");
    }
}
