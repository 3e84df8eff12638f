package io.podium.apiserver.rules;

import io.podium.api.core.Namespace;
import io.podium.api.core.NamespaceStatusBuilder;
import io.podium.api.meta.Sorted;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.NameRule;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Function;

/** Namespaces, which carry their name as a label and are held by a finalizer until they are empty. */
final class NamespaceRules implements KindRules<Namespace> {
    private static final String NAME_LABEL = "kubernetes.io/metadata.name";
    private static final String CONTENT = "kubernetes";
    private static final Path FINALIZERS = Path.of("spec").child("finalizers");
    private static final Path PHASE = Path.of("status").child("Phase"); // Kubernetes spells it so here
    private static final KindRules<Namespace> FINALIZATION = new Finalization();

    /** Writes of the finalizers in the spec, by those who empty the namespace. */
    private static final class Finalization implements KindRules<Namespace> {
        @Override
        public Namespace defaults(Namespace namespace) {
            return named(namespace);
        }

        @Override
        public Namespace prepareForUpdate(Namespace updated, Namespace old) {
            return updated.withStatus(old.status());
        }

        @Override
        public void validateCreate(Namespace namespace, Problems problems) {
            var finalizers = namespace.spec().finalizers();
            for (int i = 0; i < finalizers.size(); i++) {
                problems.invalidAll(
                        FINALIZERS.index(i), finalizers.get(i), Formats.namespaceFinalizer(finalizers.get(i)));
            }
        }
    }

    @Override
    public NameRule nameRule() {
        return NameRule.LABEL;
    }

    @Override
    public Namespace defaults(Namespace namespace) {
        return named(namespace);
    }

    private static Namespace named(Namespace namespace) {
        var metadata = namespace.metadata();
        return metadata.name().isEmpty()
                        || metadata.name().equals(metadata.labels().get(NAME_LABEL))
                ? namespace
                : namespace.withMetadata(
                        metadata.withLabels(Sorted.with(metadata.labels(), NAME_LABEL, metadata.name())));
    }

    @Override
    public Namespace prepareForCreate(Namespace namespace) {
        var active = namespace.withStatus(
                new NamespaceStatusBuilder().phase("Active").build());
        var finalizers = namespace.spec().finalizers();
        if (finalizers.contains(CONTENT)) {
            return active;
        }
        var more = new ArrayList<>(finalizers);
        more.add(CONTENT);
        return active.withSpec(namespace.spec().withFinalizers(more));
    }

    @Override
    public Namespace prepareForUpdate(Namespace updated, Namespace old) {
        return updated.withSpec(updated.spec().withFinalizers(old.spec().finalizers()))
                .withStatus(old.status());
    }

    @Override
    public Namespace prepareForStatusUpdate(Namespace updated, Namespace old) {
        return updated.withSpec(old.spec());
    }

    @Override
    public KindRules<Namespace> on(String subresource) {
        return subresource.equals("finalize") ? FINALIZATION : this;
    }

    @Override
    public void validateCreate(Namespace namespace, Problems problems) {
        for (var finalizer : namespace.spec().finalizers()) {
            problems.invalidAll(FINALIZERS, finalizer, Formats.namespaceFinalizer(finalizer));
        }
    }

    @Override
    public void validateUpdate(Namespace updated, Namespace old, Problems problems) {
        // the spec cannot have changed
    }

    @Override
    public void validateStatusUpdate(Namespace updated, Namespace old, Problems problems) {
        var phase = updated.status().phase();
        boolean terminating = updated.isTerminating();
        if (!terminating && !phase.equals("Active")) {
            problems.invalid(PHASE, phase, "may only be 'Active' if `deletionTimestamp` is empty");
        }
        if (terminating && !phase.equals("Terminating")) {
            problems.invalid(PHASE, phase, "may only be 'Terminating' if `deletionTimestamp` is not empty");
        }
    }

    @Override
    public Map<String, Function<Namespace, String>> selectableFields() {
        return Sorted.of("status.phase", namespace -> namespace.status().phase());
    }

    /** A namespace goes when it is empty, which takes as long as it takes. */
    @Override
    public Namespace markedForDeletion(Namespace namespace) {
        return namespace
                .withMetadata(namespace.metadata().withDeletionGracePeriodSeconds(null))
                .withStatus(namespace.status().withPhase("Terminating"));
    }

    @Override
    public boolean mayBeRemoved(Namespace namespace) {
        return namespace.spec().finalizers().isEmpty();
    }
}
