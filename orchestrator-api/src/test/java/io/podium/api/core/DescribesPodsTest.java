package io.podium.api.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.podium.api.Conditions;
import io.podium.api.apps.Deployment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DescribesPodsTest {
    private static final Deployment WEB = Deployment.named("web")
            .initContainer("migrate", c -> c.image("tools:1"))
            .container("app", c -> c.image("web:1").env("COLOR", "red").env("SIZE", "$(COLOR)"))
            .container("log", c -> c.image("log:1"))
            .build();

    @Test
    void aContainerOfTheSameNameIsChanged() {
        var changed = WEB.with(web -> web.container("app", c -> c.image("web:2").env("COLOR", "blue"))
                .initContainer("migrate", c -> c.image("tools:2")));

        var spec = changed.spec().template().spec();
        assertThat(spec.containers()).extracting(Container::image).containsExactly("web:2", "log:1");
        assertThat(spec.containers().getFirst().env())
                .extracting(variable -> variable.name() + "=" + variable.value())
                .containsExactly("COLOR=blue", "SIZE=$(COLOR)");
        assertThat(spec.initContainers()).extracting(Container::image).containsExactly("tools:2");
    }

    @Test
    void aContainerOfAnotherNameIsAdded() {
        var changed = WEB.with(web -> web.container("proxy", c -> c.image("proxy:1")));

        assertThat(changed.spec().template().spec().containers())
                .extracting(Container::name)
                .containsExactly("app", "log", "proxy");
    }

    @Test
    void timesAndPhasesThatCannotBe() {
        var builder = Pod.named("web");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.terminationGrace(Duration.ofMillis(500)))
                .withMessage("terminationGrace must be a whole number of seconds, at least 0, was PT0.5S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.terminationGrace(Duration.ofSeconds(-1)))
                .withMessage("terminationGrace must be a whole number of seconds, at least 0, was PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conditions.phase("Runing"))
                .withMessage("phase \"Runing\": must be one of Pending, Running, Succeeded, Failed");
    }
}
