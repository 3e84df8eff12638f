package io.podium.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.apps.Deployment;
import io.podium.api.client.Client;
import io.podium.api.client.ConflictException;
import io.podium.api.client.InvalidException;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.Patch;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.ConfigMap;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.JsonObject;
import io.podium.apiserver.admission.AdmissionChain;
import io.podium.apiserver.rules.BuiltInRules;
import io.podium.dispatch.SystemDispatcher;
import io.podium.store.memory.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScaleTest {
    private final Dispatcher dispatcher = SystemDispatcher.start("test");
    private final MemoryStore store = new MemoryStore(dispatcher);
    private final ApiServer server = new ApiServer(store, dispatcher, BuiltInRules.book(), new AdmissionChain());
    private final Client client = server.client("test");
    private final Deployment web = client.create(
            Deployment.named("web")
                    .replicas(4)
                    .container("app", app -> app.image("nginx"))
                    .build(),
            WriteOptions.PLAIN);

    @AfterEach
    void close() {
        server.close();
        store.close();
        dispatcher.close();
    }

    @Test
    void tellsHowManyReplicasAreWanted() {
        var scale = client.scale(Deployment.KIND, web.key());

        assertThat(scale.spec().replicas()).isEqualTo(4);
        assertThat(scale.metadata().uid()).isEqualTo(web.uid());
        assertThat(scale.status().selector()).isNotEmpty();
    }

    @Test
    void changesNothingButTheNumberOfReplicas() {
        var scale = client.scale(Deployment.KIND, web.key());

        var scaled =
                client.updateScale(Deployment.KIND, scale.withSpec(scale.spec().withReplicas(2)), WriteOptions.PLAIN);

        var stored = client.get(Deployment.KIND, web.key());
        assertThat(scaled.spec().replicas()).isEqualTo(2);
        assertThat(stored.spec()).isEqualTo(web.spec().withReplicas(2));
        assertThat(stored.metadata().generation()).isEqualTo(2);
    }

    @Test
    void refusesAScaleThatWasReadBeforeSomebodyElseWrote() {
        var scale = client.scale(Deployment.KIND, web.key());
        client.update(web.with(deployment -> deployment.annotation("a", "b")), WriteOptions.PLAIN);

        assertThatThrownBy(() -> client.updateScale(Deployment.KIND, scale, WriteOptions.PLAIN))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void refusesFewerThanNoReplicas() {
        var body =
                JsonObject.of("spec", JsonObject.builder().put("replicas", -2).build());

        assertThatThrownBy(() ->
                        client.patch(Deployment.KIND, web.key(), new Patch.Merge(body), WriteOptions.PLAIN.on("scale")))
                .isInstanceOf(InvalidException.class)
                .hasMessage(
                        "Scale.autoscaling \"web\" is invalid: spec.replicas: Invalid value: -2: must be greater than or equal to 0");
    }

    @Test
    void knowsNoScaleOfOtherKinds() {
        var map = client.create(ConfigMap.named("a").build(), WriteOptions.PLAIN);

        assertThatThrownBy(() -> client.patch(
                        ConfigMap.KIND, map.key(), new Patch.Merge(JsonObject.EMPTY), WriteOptions.PLAIN.on("scale")))
                .isInstanceOf(NotFoundException.class);
    }
}
