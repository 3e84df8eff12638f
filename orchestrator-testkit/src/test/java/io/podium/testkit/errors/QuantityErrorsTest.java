package io.podium.testkit.errors;

import static io.podium.api.core.Resources.cpu;
import static io.podium.api.core.Resources.memory;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.client.InvalidException;
import io.podium.api.core.ContainerBuilder;
import io.podium.api.core.Pod;
import io.podium.api.meta.Quantity;
import io.podium.testkit.TestCluster;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts that cannot be read, and amounts that no container can have. */
class QuantityErrorsTest {

    @AutoClose
    private final TestCluster cluster = TestCluster.simulated(1);

    private void assertInvalid(Consumer<ContainerBuilder> container, String message) {
        assertThatThrownBy(() -> cluster.create(Pod.named("web")
                        .container("app", c -> {
                            c.image("nginx");
                            container.accept(c);
                        })
                        .build()))
                .isInstanceOf(InvalidException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5.5", "100 Mi", "half", "", "1KB", "1,5"})
    void whatIsNoNumber(String text) {
        assertThatThrownBy(() -> memory(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quantity \"" + text + "\": quantities must match the regular expression"
                        + " '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$', such as 2, 0.5, 100m or 64Mi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e", "1mi", "1ki", "1Mii"})
    void aSuffixThatThereIsNot(String text) {
        assertThatThrownBy(() -> memory(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "quantity \"" + text + "\": unable to parse quantity's suffix; use one of n u m k M G T P E,"
                                + " Ki Mi Gi Ti Pi Ei, or an exponent like e3");
    }

    /** What is limited and not requested is requested, so both are at fault. */
    @Test
    void lessThanNothing() {
        assertInvalid(
                c -> c.limits(cpu("-1")),
                "Pod \"web\" is invalid: ["
                        + "spec.containers[0].resources.limits[cpu]: Invalid value: \"-1\": must be greater than or equal to 0, "
                        + "spec.containers[0].resources.requests[cpu]: Invalid value: \"-1\": must be greater than or equal to 0]");
    }

    @Test
    void limitsBelowRequests() {
        assertInvalid(
                c -> c.requests(cpu("2"), memory("1Gi")).limits(cpu("1"), memory("64Mi")),
                "Pod \"web\" is invalid: ["
                        + "spec.containers[0].resources.requests: Invalid value: \"2\": must be less than or equal to cpu limit of"
                        + " 1, "
                        + "spec.containers[0].resources.requests: Invalid value: \"1Gi\": must be less than or equal to memory"
                        + " limit of 64Mi]");
    }

    @Test
    void aResourceThatThereIsNot() {
        assertInvalid(
                c -> c.resources(r -> r.requests(Map.of("gpus", Quantity.of(1)))),
                "Pod \"web\" is invalid: spec.containers[0].resources.requests[gpus]: Invalid value: \"gpus\": must be a standard"
                        + " resource for containers");
    }

    @Test
    void partsOfADevice() {
        assertInvalid(
                c -> c.resources(r -> r.limits(Map.of("example.com/gpu", Quantity.of("500m")))),
                "Pod \"web\" is invalid: ["
                        + "spec.containers[0].resources.limits[example.com/gpu]: Invalid value: \"500m\": must be an integer, "
                        + "spec.containers[0].resources.requests[example.com/gpu]: Invalid value: \"500m\": must be an integer]");
    }
}
