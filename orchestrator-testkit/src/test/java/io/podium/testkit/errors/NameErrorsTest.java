package io.podium.testkit.errors;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.apps.Deployment;
import io.podium.api.client.InvalidException;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Namespace;
import io.podium.api.core.Pod;
import io.podium.api.core.Service;
import io.podium.api.meta.ApiObject;
import io.podium.testkit.TestCluster;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, labels and ports that an object cannot have. */
class NameErrorsTest {
    private static final String SUBDOMAIN =
            "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end"
                    + " with an alphanumeric character (e.g. 'example.com', regex used for validation is"
                    + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
    private static final String LABEL =
            "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an"
                    + " alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is"
                    + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
    private static final String SERVICE_NAME =
            "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and"
                    + " end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is"
                    + " '[a-z]([-a-z0-9]*[a-z0-9])?')";

    @AutoClose
    private final TestCluster cluster = TestCluster.simulated(1);

    private <T extends ApiObject<T>> void assertInvalid(T object, String message) {
        assertThatThrownBy(() -> cluster.create(object))
                .isInstanceOf(InvalidException.class)
                .hasMessage(message);
    }

    private static Pod pod(String container) {
        return Pod.named("web").container(container, c -> c.image("nginx")).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Web", "web_1", "-web", "web.", "web 1", "web/1", "wéb"})
    void aNameThatIsNoDomainName(String name) {
        assertInvalid(
                ConfigMap.named(name).build(),
                "ConfigMap \"" + name + "\" is invalid: metadata.name: Invalid value: \"" + name + "\": " + SUBDOMAIN);
    }

    @Test
    void aNameThatIsTooLong() {
        var long254 = "a".repeat(254);
        var long64 = "a".repeat(64);

        assertInvalid(
                ConfigMap.named(long254).build(),
                "ConfigMap \"" + long254 + "\" is invalid: metadata.name: Invalid value: \"" + long254
                        + "\": must be no more than 253 characters");
        assertInvalid(
                Service.named(long64).selecting("app", "web").port(80, 8080).build(),
                "Service \"" + long64 + "\" is invalid: metadata.name: Invalid value: \"" + long64
                        + "\": must be no more than 63 characters");
    }

    @Test
    void noName() {
        assertInvalid(
                ConfigMap.named("").build(),
                "ConfigMap \"\" is invalid: metadata.name: Required value: name or generateName is required");
    }

    /** Names that become labels or host names may have no dots. */
    @Test
    void aNameWithDots() {
        assertInvalid(
                Namespace.named("team.a").build(),
                "Namespace \"team.a\" is invalid: metadata.name: Invalid value: \"team.a\": " + LABEL);
        assertInvalid(
                Service.named("web.api").selecting("app", "web").port(80, 8080).build(),
                "Service \"web.api\" is invalid: metadata.name: Invalid value: \"web.api\": " + SERVICE_NAME);
        assertInvalid(
                pod("app.1"), "Pod \"web\" is invalid: spec.containers[0].name: Invalid value: \"app.1\": " + LABEL);
    }

    @Test
    void containersThatLackWhatTheyNeed() {
        assertInvalid(Pod.named("web").build(), "Pod \"web\" is invalid: spec.containers: Required value");
        assertInvalid(
                Pod.named("web").container("app", c -> {}).build(),
                "Pod \"web\" is invalid: spec.containers[0].image: Required value");
        var spec = pod("app").spec();
        var app = spec.containers().getFirst();
        assertInvalid(
                pod("app").withSpec(spec.withContainers(List.of(app, app))),
                "Pod \"web\" is invalid: spec.containers[1].name: Duplicate value: \"app\"");
    }

    @Test
    void labels() {
        assertInvalid(
                ConfigMap.named("a").label("two words", "x").build(),
                "ConfigMap \"a\" is invalid: metadata.labels: Invalid value: \"two words\": name part must consist of alphanumeric"
                        + " characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or"
                        + " 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')");
        assertInvalid(
                ConfigMap.named("a").label("app", "-x").build(),
                "ConfigMap \"a\" is invalid: metadata.labels: Invalid value: \"-x\": a valid label must be an empty string or"
                        + " consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric"
                        + " character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is"
                        + " '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')");
    }

    @Test
    void ports() {
        assertInvalid(
                Pod.named("web")
                        .container("app", c -> c.image("nginx").port(70_000))
                        .build(),
                "Pod \"web\" is invalid: spec.containers[0].ports[0].containerPort: Invalid value: 70000: must be between 1 and"
                        + " 65535, inclusive");
    }

    @Test
    void fewerThanNoReplicas() {
        assertInvalid(
                Deployment.named("web")
                        .replicas(-1)
                        .container("app", c -> c.image("nginx"))
                        .build(),
                "Deployment.apps \"web\" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0");
    }
}
