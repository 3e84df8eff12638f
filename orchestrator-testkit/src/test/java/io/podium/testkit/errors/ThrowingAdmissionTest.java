package io.podium.testkit.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.Cluster;
import io.podium.api.admission.Refusal;
import io.podium.api.apps.Deployment;
import io.podium.api.client.ApiException;
import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.ForbiddenException;
import io.podium.api.client.ListOptions;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Event;
import io.podium.api.core.Pod;
import io.podium.api.core.Secret;
import io.podium.testkit.TestCluster;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Admission functions of the application that refuse, throw or answer with nothing. */
class ThrowingAdmissionTest {

    @AutoClose
    private final TestCluster simulated = TestCluster.simulated(1);

    private final Cluster cluster = simulated.cluster();
    private final Client client = simulated.client();

    private static ConfigMap map(String name) {
        return ConfigMap.named(name).namespace("default").build();
    }

    private static void assertInternalError(ApiException e) {
        assertThat(e.code()).isEqualTo(500);
        assertThat(e.reason()).isEqualTo("InternalError");
    }

    @Test
    void aRefusalIsForbidden() {
        cluster.validate(ConfigMap.KIND, (map, attributes) -> {
            throw new Refusal("label team is missing; say who owns it");
        });

        assertThatThrownBy(() -> simulated.create(map("a")))
                .isInstanceOfSatisfying(
                        ForbiddenException.class, e -> assertThat(e.code()).isEqualTo(403))
                .hasMessage("configmaps \"a\" is forbidden: label team is missing; say who owns it");
    }

    @Test
    void aMutatorThatThrowsFailsThatWriteOnly() {
        cluster.mutate(ConfigMap.KIND, (map, attributes) -> {
            if (map.name().equals("bad")) {
                throw new IllegalStateException("no connection to the registry");
            }
            return map;
        });

        assertThatThrownBy(() -> simulated.create(map("bad")))
                .isInstanceOfSatisfying(ApiException.class, ThrowingAdmissionTest::assertInternalError)
                .hasMessage(
                        "Internal error occurred: a mutator failed on ConfigMap default/bad: java.lang.IllegalStateException: no"
                                + " connection to the registry")
                .hasRootCauseMessage("no connection to the registry");
        simulated.create(map("good"));
        simulated.create(Secret.named("bad").build());
        assertThat(simulated.all(ConfigMap.KIND)).extracting(ConfigMap::name).containsExactly("good");
    }

    @Test
    void aMutatorThatCannotBeLoadedFailsThatWriteOnly() {
        cluster.mutate(ConfigMap.KIND, (map, attributes) -> {
            throw new NoClassDefFoundError("com/example/Labels");
        });

        assertThatThrownBy(() -> simulated.create(map("a")))
                .isInstanceOfSatisfying(ApiException.class, ThrowingAdmissionTest::assertInternalError)
                .hasMessage("Internal error occurred: a mutator failed on ConfigMap default/a:"
                        + " java.lang.NoClassDefFoundError: com/example/Labels");
        simulated.create(Secret.named("a").build());
    }

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void aMutatorThatAnswersWithNothing() {
        cluster.mutate(ConfigMap.KIND, (map, attributes) -> null);

        assertThatThrownBy(() -> simulated.create(map("a")))
                .isInstanceOfSatisfying(ApiException.class, ThrowingAdmissionTest::assertInternalError)
                .hasMessage(
                        "Internal error occurred: a mutator failed on ConfigMap default/a: java.lang.NullPointerException: a"
                                + " mutator returned null");
    }

    @Test
    void aValidatorThatThrowsOnDeletion() {
        simulated.create(map("a"));
        cluster.validate(ConfigMap.KIND, (map, attributes) -> {
            throw new StackOverflowError();
        });

        assertThatThrownBy(() -> client.delete(ConfigMap.KIND, map("a").key(), DeleteOptions.PLAIN))
                .isInstanceOfSatisfying(ApiException.class, ThrowingAdmissionTest::assertInternalError)
                .hasMessage(
                        "Internal error occurred: a validator failed on ConfigMap default/a: java.lang.StackOverflowError");
        assertThat(simulated.all(ConfigMap.KIND)).hasSize(1);
    }

    /** Who writes through a controller finds the error in an Event and a condition; once it is gone, all comes right by itself. */
    @Test
    void aValidatorThatThrowsOnPodsOfADeployment() {
        var broken = new AtomicBoolean(true);
        cluster.validate(Pod.KIND, (pod, attributes) -> {
            if (broken.get()) {
                throw new IllegalStateException("no quota was set");
            }
        });
        cluster.apply(Deployment.named("web")
                .replicas(2)
                .container("app", c -> c.image("nginx"))
                .build());
        simulated.runFor(Duration.ofSeconds(5));

        assertThat(client.list(Event.KIND, "default", ListOptions.ALL).items())
                .filteredOn(event -> event.reason().equals("FailedCreate"))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.message())
                        .matches(
                                "Error creating: Internal error occurred: a validator failed on Pod default/web-\\w+-\\w+:"
                                        + " java.lang.IllegalStateException: no quota was set"));
        assertThat(cluster.deployment("web").get().status().conditions())
                .filteredOn(condition -> condition.type().equals("ReplicaFailure"))
                .singleElement()
                .satisfies(condition -> {
                    assertThat(condition.reason()).isEqualTo("FailedCreate");
                    assertThat(condition.message()).contains("a validator failed on Pod default/web-");
                });
        broken.set(false);
        simulated.runFor(Duration.ofMinutes(20));
        assertThat(simulated.livePods()).hasSize(2);
    }
}
