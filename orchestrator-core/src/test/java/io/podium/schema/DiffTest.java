package io.podium.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.core.Pod;
import io.podium.api.core.PodBuilder;
import io.podium.api.meta.DynamicObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.meta.Sorted;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DiffTest {
    private static final Pod POD = new PodBuilder()
            .name("web")
            .label("app", "web")
            .finalizer("a")
            .spec(s -> s.container(c -> c.name("app").image("nginx:1").args("x"))
                    .container(c -> c.name("log"))
                    .nodeSelector("disk", "ssd"))
            .build();

    @Test
    void namesEachChangedField() {
        assertThat(changed(p -> p.with(b -> b.label("tier", "front").spec(s -> s.nodeName("node-1")))))
                .containsExactly(".metadata.labels[tier]", ".spec.nodeName");
    }

    @Test
    void matchesElementsByTheirKeys() {
        var reordered = POD.spec().containers().reversed();
        assertThat(changed(p -> p.withSpec(p.spec().withContainers(reordered)))).isEmpty();

        var containers = List.of(POD.spec().containers().getFirst().withImage("nginx:2"));
        assertThat(changed(p -> p.withSpec(p.spec().withContainers(containers))))
                .containsExactly(".spec.containers[name=\"app\"].image", ".spec.containers[name=\"log\"]");
    }

    @Test
    void tellsElementsOfSetsApart() {
        assertThat(changed(p -> p.with(b -> b.finalizer("b")))).containsExactly(".metadata.finalizers[=\"b\"]");
    }

    @Test
    void takesAtomicValuesWhole() {
        assertThat(changed(p -> p.with(b -> b.spec(s -> s.nodeSelector("zone", "a")))))
                .containsExactly(".spec.nodeSelector");
        var args = POD.spec().containers().getFirst().withArgs(List.of("x", "y"));
        assertThat(changed(p -> p.with(b -> b.spec(
                        s -> s.containers(List.of(args, p.spec().containers().getLast()))))))
                .containsExactly(".spec.containers[name=\"app\"].args");
    }

    @Test
    void seesUnknownFieldsAndAbsence() {
        assertThat(changed(p -> p.withUnknown(new UnknownFields(Sorted.of("later", Json.of(1))))))
                .containsExactly(".later");
        assertThat(changed(p -> p.with(b -> b.spec(s -> s.terminationGracePeriodSeconds(0)))))
                .containsExactly(".spec.terminationGracePeriodSeconds");
    }

    @Test
    void walksKindsKnownOnlyAtRunTime() {
        var kind = Kind.dynamic("example.com/v1", "Widget")
                .schema(root -> root.object(
                        "spec",
                        spec -> spec.integer("size")
                                .listMap(
                                        "parts",
                                        List.of("id"),
                                        part -> part.string("id").number("weight"))))
                .build();
        var before = DynamicObject.of(kind, ObjectMeta.EMPTY)
                .with(Json.of(1), "spec", "size")
                .with(Json.array(Json.from(Sorted.of("id", "x"))), "spec", "parts");
        var part = Json.from(Sorted.with(Sorted.<Object>of("id", "x"), "weight", 2));

        var after = before.with(Json.array(part), "spec", "parts").with(Json.NULL, "spec", "size");

        assertThat(Diff.between(kind.schema(), before, after))
                .extracting(FieldPath::toString)
                .containsExactlyInAnyOrder(".spec.parts[id=\"x\"].weight", ".spec.size");
    }

    private static List<String> changed(UnaryOperator<Pod> change) {
        return Diff.between(Pod.KIND.schema(), POD, change.apply(POD)).stream()
                .map(FieldPath::toString)
                .toList();
    }
}
