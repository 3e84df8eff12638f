package io.podium.api.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.apps.Deployment;
import io.podium.api.core.Event;
import io.podium.api.core.Pod;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class KindsTest {

    @Test
    void findsKindsByManifestAndByUrl() {
        var kinds = Kinds.builtIn();

        assertThat(kinds.all())
                .hasSize(14)
                .isSortedAccordingTo((a, b) -> a.gvk().compareTo(b.gvk()));
        assertThat(kinds.find(GroupVersionKind.of("apps/v1", "Deployment"))).contains(Deployment.KIND);
        assertThat(kinds.byResource("", "v1", "pods")).contains(Pod.KIND);
        assertThat(kinds.byResource("apps", "v1", "pods")).isEmpty();
    }

    @Test
    void servesEventsInBothGroups() {
        var kinds = Kinds.builtIn();

        var served = kinds.versionByResource("events.k8s.io", "v1", "events").orElseThrow();

        assertThat(kinds.version(served.gvk())).contains(served);
        assertThat(served.kind()).isEqualTo(Event.KIND);
        assertThat(kinds.find(served.gvk())).isEmpty();
    }

    @Test
    void registersAKindOnce() {
        var kinds = new Kinds();
        kinds.register(Pod.KIND);

        kinds.register(Pod.KIND);

        assertThat(kinds.all()).hasSize(1);
        var impostor = new ServedVersion(Pod.KIND.gvk(), Pod.KIND, UnaryOperator.identity(), UnaryOperator.identity());
        assertThatThrownBy(() -> kinds.register(impostor)).hasMessageContaining("registered already");
        var orphan = new ServedVersion(
                GroupVersionKind.of("x/v1", "Y"), Event.KIND, UnaryOperator.identity(), UnaryOperator.identity());
        assertThatThrownBy(() -> kinds.register(orphan)).hasMessageContaining("not known");
    }

    @Test
    void registriesAreIndependent() {
        var empty = new Kinds();

        Kinds.builtIn();

        assertThat(empty.all()).isEmpty();
    }
}
