package io.podium.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.client.BadRequestException;
import io.podium.api.client.Client;
import io.podium.api.client.ConflictException;
import io.podium.api.client.Patch;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.ConfigMap;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.ObjectKey;
import io.podium.apiserver.rules.RuleBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an applied configuration may say of the object that it is applied to. */
class PatchesTest {
    private static final ObjectKey KEY = ObjectKey.of("default", "a");

    private final TestServer server = new TestServer(new RuleBook());
    private final Client client = server.client("test");

    @AfterEach
    void close() {
        server.close();
    }

    private ConfigMap apply(JsonObject metadata) {
        var config = JsonObject.builder()
                .put("apiVersion", "v1")
                .put("kind", "ConfigMap")
                .put("metadata", metadata)
                .build();
        return client.patch(ConfigMap.KIND, KEY, new Patch.Apply(config), WriteOptions.by("me"));
    }

    @Test
    void refusesAnotherNamespaceWhetherTheObjectIsThereOrNot() {
        var elsewhere = JsonObject.of("namespace", Json.of("other"));

        assertThatThrownBy(() -> apply(elsewhere)).isInstanceOf(BadRequestException.class);
        apply(JsonObject.EMPTY);
        assertThatThrownBy(() -> apply(elsewhere))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("does not match the namespace sent on the request");
    }

    @Test
    void createsNoObjectThatIsMeantToBeThere() {
        var known = JsonObject.of("uid", Json.of("u1"));

        assertThatThrownBy(() -> apply(known))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("no existing object was found");
        assertThat(client.find(ConfigMap.KIND, KEY)).isEmpty();
    }
}
