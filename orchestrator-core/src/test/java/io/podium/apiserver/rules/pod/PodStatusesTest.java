package io.podium.apiserver.rules.pod;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.core.ContainerStatus;
import io.podium.api.core.ContainerStatusBuilder;
import io.podium.api.core.HostIPBuilder;
import io.podium.api.core.Pod;
import io.podium.api.core.PodConditionBuilder;
import io.podium.api.core.PodIPBuilder;
import io.podium.api.core.PodResourceClaimStatusBuilder;
import io.podium.api.core.PodStatus;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PodStatusesTest {
    private static final Pod POD = Pod.named("web")
            .podSpec(spec -> spec.restartPolicy("Never")
                    .container(app -> app.name("app").image("nginx"))
                    .initContainer(init -> init.name("side").image("nginx").restartPolicy("Always"))
                    .initContainer(init -> init.name("init").image("nginx")))
            .build();

    private static List<String> problemsOf(UnaryOperator<PodStatus> before, UnaryOperator<PodStatus> now) {
        var old = POD.withStatus(before.apply(PodStatuses.initial(POD)));
        var problems = new Problems();
        PodStatuses.check(old.withStatus(now.apply(old.status())), old, problems);
        return problems.causes().stream()
                .map(cause -> cause.reason().substring("FieldValue".length()) + " " + cause.field())
                .toList();
    }

    private static List<String> problemsOf(UnaryOperator<PodStatus> now) {
        return problemsOf(UnaryOperator.identity(), now);
    }

    private static ContainerStatus ended(String name) {
        return new ContainerStatusBuilder()
                .name(name)
                .state(state -> state.terminated(end -> end.exitCode(1)))
                .build();
    }

    private static ContainerStatus running(String name) {
        return new ContainerStatusBuilder()
                .name(name)
                .state(state -> state.running(any -> {}))
                .build();
    }

    @Test
    void qualifiesConditionsOfOthers() {
        assertThat(problemsOf(status -> status.withConditions(List.of(
                        new PodConditionBuilder().type("Ready").build(),
                        new PodConditionBuilder().type("example.com/warm").build(),
                        new PodConditionBuilder().type("not so").build()))))
                .containsExactly("Invalid metadata.conditions[2].Type");
    }

    @Test
    void keepsItsClassOfService() {
        assertThat(problemsOf(status -> status.withQosClass("Guaranteed"))).containsExactly("Invalid status.qosClass");
    }

    @Test
    void bringsNoContainerBack() {
        assertThat(problemsOf(
                        status -> status.withContainerStatuses(List.of(running("other"), ended("app")))
                                .withInitContainerStatuses(List.of(ended("side"), ended("init")))
                                .withEphemeralContainerStatuses(List.of(ended("debug"))),
                        status -> status.withContainerStatuses(List.of(running("app")))
                                .withInitContainerStatuses(List.of(running("side"), running("init")))
                                .withEphemeralContainerStatuses(List.of(running("debug")))))
                .containsExactly(
                        "Forbidden status.containerStatuses[1].state",
                        "Forbidden status.initContainerStatuses[1].state",
                        "Forbidden status.ephemeralContainerStatuses[0].state");
    }

    @Test
    void hasOneAddressAFamily() {
        assertThat(problemsOf(status -> status.withPodIPs(List.of(
                        new PodIPBuilder().ip("10.0.0.1").build(),
                        new PodIPBuilder().ip("fd00::1").build()))))
                .isEmpty();
        assertThat(problemsOf(status -> status.withPodIPs(List.of(
                        new PodIPBuilder().ip("10.0.0.1").build(),
                        new PodIPBuilder().ip("10.0.0.1").build()))))
                .containsExactlyInAnyOrder("Duplicate status.podIPs[1]", "Invalid status.podIPs");
        assertThat(problemsOf(status -> status.withHostIP("10.0.0.1")
                        .withHostIPs(List.of(new HostIPBuilder().ip("10.0.0.2").build()))))
                .containsExactly("Invalid status.hostIPs[0].ip");
    }

    @Test
    void hasStatusesOfItsOwnClaimsOnly() {
        assertThat(problemsOf(status -> status.withResourceClaimStatuses(
                        List.of(new PodResourceClaimStatusBuilder().name("gpu").build()))))
                .containsExactly("Invalid status.resourceClaimStatuses[0].name");
    }
}
