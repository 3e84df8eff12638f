package io.podium.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.core.Container;
import io.podium.api.core.ContainerBuilder;
import io.podium.api.core.Pod;
import io.podium.api.core.PodBuilder;
import io.podium.api.core.PodSpec;
import io.podium.api.core.PodSpecBuilder;
import io.podium.api.core.ServicePortBuilder;
import io.podium.api.meta.Json;
import io.podium.api.meta.Sorted;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What builders and withers of records do, shown on those of a pod. */
class GeneratedBuildersTest {

    @Test
    void nestsAndAddsOneByOne() {
        var spec = new PodSpecBuilder()
                .container(c -> c.name("app").image("nginx").args("-g", "daemon off;"))
                .container(c -> c.name("log"))
                .nodeSelector("disk", "ssd")
                .terminationGracePeriodSeconds(5)
                .securityContext(s -> s.runAsUser(1))
                .securityContext(s -> s.runAsGroup(2))
                .build();

        assertThat(spec.containers()).extracting(Container::name).containsExactly("app", "log");
        assertThat(spec.containers().getFirst().args()).containsExactly("-g", "daemon off;");
        assertThat(spec.nodeSelector()).containsExactly(java.util.Map.entry("disk", "ssd"));
        assertThat(spec.terminationGracePeriodSeconds()).isEqualTo(5);
        assertThat(spec.securityContext().runAsUser()).isEqualTo(1);
        assertThat(spec.securityContext().runAsGroup()).isEqualTo(2);
    }

    @Test
    void builtObjectsAndGivenListsStayAsTheyWere() {
        var given = new ArrayList<>(List.of(new ContainerBuilder().name("a").build()));
        var builder = new PodSpecBuilder().containers(given);
        var before = builder.build();

        var after = builder.container(c -> c.name("b")).build();

        assertThat(given).hasSize(1);
        assertThat(before.containers()).hasSize(1);
        assertThat(after.containers()).hasSize(2);
    }

    @Test
    void changedCopiesKeepTheRest() {
        var unknown = new UnknownFields(Sorted.of("later", Json.of(1)));
        var pod = new PodBuilder()
                .name("web")
                .label("app", "web")
                .unknown(unknown)
                .build();

        var bound = pod.with(p -> p.spec(s -> s.nodeName("node-1")));

        assertThat(pod.spec().nodeName()).isEmpty();
        assertThat(bound.spec()).isEqualTo(PodSpec.class.cast(pod.spec()).withNodeName("node-1"));
        assertThat(bound.metadata()).isSameAs(pod.metadata());
        assertThat(bound.unknown()).isSameAs(unknown);
        assertThat(bound.kind()).isSameAs(Pod.KIND);
    }

    @Test
    void readersOfDefaultsNeverReturnNull() {
        assertThat(new PodSpecBuilder().build().terminationGracePeriodSecondsOrDefault())
                .isEqualTo(30);
        assertThat(new PodSpecBuilder()
                        .terminationGracePeriodSeconds(0L)
                        .build()
                        .terminationGracePeriodSecondsOrDefault())
                .isZero();
        assertThat(new ServicePortBuilder().build().protocolOrDefault()).isEqualTo("TCP");
    }
}
