package io.podium.patch.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.apps.Deployment;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.Service;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ManagedFieldsEntry;
import io.podium.codec.Strictness;
import io.podium.codec.Trees;
import io.podium.patch.RandomDocuments;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all objects and configurations, tried on those made from seeds. */
class ApplyPropertyTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** What nobody owns. */
    private static final Set<String> LEFT_OUT = Set.of(
            "managedFields", "generation", "uid", "selfLink", "creationTimestamp", "namespace", "resourceVersion");

    static Stream<Arguments> cases() {
        return Stream.of(Pod.KIND, Deployment.KIND, Service.KIND, Node.KIND)
                .flatMap(kind -> IntStream.range(0, 30).mapToObj(seed -> Arguments.of(kind, seed)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T extends ApiObject<T>> void applyingTwiceIsApplyingOnce(Kind<T> kind, int seed) {
        var run = new Run<>(kind, seed);
        var config = run.object();
        var once = run.apply(run.object(), "alice", run.apply(null, "bob", null, config), config);

        var twice = run.apply(once.object(), "alice", once, config);

        assertThat(twice.changed()).isFalse();
        assertThat(twice.managedFields()).isEqualTo(once.managedFields());
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T extends ApiObject<T>> void aManagerOwnsWhatItApplies(Kind<T> kind, int seed) {
        var run = new Run<>(kind, seed);
        var config = run.object();

        var applied = run.apply(run.object(), "alice", null, config);

        var own = FieldSet.parse(applied.managedFields().stream()
                .filter(entry -> entry.manager().equals("alice"))
                .findFirst()
                .map(ManagedFieldsEntry::fieldsV1)
                .orElse(null));
        var shape = Shape.of(kind.schema());
        var held = AppliedFields.of(shape, config.without("apiVersion").without("kind"));
        assertThat(own).isEqualTo(held.difference(FieldSet.ofNames(List.of("metadata"), List.of("metadata", "name"))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T extends ApiObject<T>> void theOnlyManagerRemovesAllThatItNoLongerApplies(Kind<T> kind, int seed) {
        var run = new Run<>(kind, seed);
        var first = run.apply(null, "alice", null, run.object());
        var config = run.object();

        var second = run.apply(first.object(), "alice", first, config);

        var fresh = run.apply(null, "alice", null, config);
        assertThat(run.typed(second.object())).isEqualTo(run.typed(fresh.object()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T extends ApiObject<T>> void objectsDifferAsTheirTreesDo(Kind<T> kind, int seed) {
        var run = new Run<>(kind, seed);
        var a = run.typed(run.object());
        var b = run.typed(run.object());

        var byObject = ObjectComparison.of(kind.schema(), a, b);

        var byTree = TreeComparison.of(
                Shape.of(kind.schema()), Trees.toTree(kind.schema(), a), Trees.toTree(kind.schema(), b));
        assertThat(byObject).isEqualTo(byTree);
    }

    /** One seeded run: objects of a kind, and applies to them. */
    private static final class Run<T extends ApiObject<T>> {
        private final Kind<T> kind;
        private final RandomDocuments documents;
        private final FieldSet ignored;

        Run(Kind<T> kind, int seed) {
            this.kind = kind;
            this.documents = new RandomDocuments(new Random(seed), LEFT_OUT);
            this.ignored = ResetFields.of(kind, "");
        }

        /** An object whose lists hold no key twice, and that has no status, which is nobody's to apply. */
        JsonObject object() {
            while (true) {
                var object = documents
                        .root(kind.schema(), kind.apiVersion(), kind.name(), "o")
                        .without("status");
                try {
                    AppliedFields.checked(
                            Shape.of(kind.schema()),
                            object.without("apiVersion").without("kind"));
                    return object;
                } catch (ApplyException e) {
                    continue;
                }
            }
        }

        ApplyResult.Applied apply(JsonObject live, String manager, ApplyResult.Applied before, JsonObject config) {
            var owners = before == null ? List.<ManagedFieldsEntry>of() : before.managedFields();
            return (ApplyResult.Applied) new ServerSideApply<>(kind.schema(), ignored)
                    .apply(live, owners, config, FieldManager.named(manager, kind.apiVersion()), true, NOW);
        }

        T typed(JsonObject tree) {
            return Trees.fromTree(kind, tree, Strictness.strict());
        }
    }
}
