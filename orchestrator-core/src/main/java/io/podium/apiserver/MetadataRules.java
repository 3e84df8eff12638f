package io.podium.apiserver;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.meta.OwnerReference;
import io.podium.apiserver.rules.KindRules;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.LabelSelectors;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What metadata has to keep to, whatever the kind. */
final class MetadataRules {
    private static final Path METADATA = Path.of("metadata");
    private static final Path NAME = METADATA.child("name");
    private static final Path GENERATE_NAME = METADATA.child("generateName");
    private static final Path LABELS = METADATA.child("labels");
    private static final Path ANNOTATIONS = METADATA.child("annotations");
    private static final Path FINALIZERS = METADATA.child("finalizers");
    private static final Path OWNERS = METADATA.child("ownerReferences");

    private static final List<String> STANDARD_FINALIZERS = List.of("kubernetes", "orphan", "foregroundDeletion");
    private static final List<String> UNOWNING =
            List.of("v1/Event", "events.k8s.io/v1/Event", "events.k8s.io/v1beta1/Event");

    private MetadataRules() {}

    static <T extends ApiObject<T>> void check(T object, KindRules<T> rules, Problems problems) {
        var metadata = object.metadata();
        checkNames(metadata, rules, problems);
        if (metadata.generation() < 0) {
            problems.invalid(METADATA.child("generation"), metadata.generation(), "must be greater than or equal to 0");
        }
        LabelSelectors.checkLabels(metadata.labels(), LABELS, problems);
        LabelSelectors.checkAnnotations(metadata.annotations(), ANNOTATIONS, problems);
        checkOwners(metadata.ownerReferences(), problems);
        checkFinalizers(metadata.finalizers(), rules.qualifiesFinalizers(), problems);
    }

    static <T extends ApiObject<T>> void checkUpdate(T updated, T old, KindRules<T> rules, Problems problems) {
        var now = updated.metadata();
        var before = old.metadata();
        LabelSelectors.checkLabels(now.labels(), LABELS, problems);
        LabelSelectors.checkAnnotations(now.annotations(), ANNOTATIONS, problems);
        checkOwners(now.ownerReferences(), problems);
        checkFinalizers(now.finalizers(), rules.qualifiesFinalizers(), problems);
        immutable("name", now.name(), before.name(), problems);
        immutable("namespace", now.namespace(), before.namespace(), problems);
        immutable("uid", now.uid(), before.uid(), problems);
        immutable("creationTimestamp", now.creationTimestamp(), before.creationTimestamp(), problems);
        immutable("deletionTimestamp", now.deletionTimestamp(), before.deletionTimestamp(), problems);
        immutable(
                "deletionGracePeriodSeconds",
                now.deletionGracePeriodSeconds(),
                before.deletionGracePeriodSeconds(),
                problems);
        if (before.deletionTimestamp() != null) {
            checkNoNewFinalizers(now.finalizers(), before.finalizers(), problems);
        }
    }

    private static <T extends ApiObject<T>> void checkNames(
            ObjectMeta metadata, KindRules<T> rules, Problems problems) {
        if (!metadata.generateName().isEmpty()) {
            problems.invalidAll(
                    GENERATE_NAME, metadata.generateName(), rules.nameRule().prefixProblems(metadata.generateName()));
        }
        if (metadata.name().isEmpty()) {
            problems.required(NAME, "name or generateName is required");
        } else {
            problems.invalidAll(NAME, metadata.name(), rules.nameRule().nameProblems(metadata.name()));
        }
    }

    private static void checkOwners(List<OwnerReference> owners, Problems problems) {
        int controllers = 0;
        for (var owner : owners) {
            requirePart("apiVersion", owner.apiVersion(), "version must not be empty", problems);
            requirePart("kind", owner.kind(), "must not be empty", problems);
            requirePart("name", owner.name(), "must not be empty", problems);
            requirePart("uid", owner.uid(), "must not be empty", problems);
            if (UNOWNING.contains(owner.apiVersion() + "/" + owner.kind())) {
                problems.invalid(
                        OWNERS,
                        owner.kind(),
                        owner.apiVersion() + ", Kind=" + owner.kind() + " is disallowed from being an owner");
            }
            controllers += Boolean.TRUE.equals(owner.controller()) ? 1 : 0;
        }
        if (controllers > 1) {
            problems.invalid(
                    OWNERS,
                    owners.stream().map(OwnerReference::name).toList(),
                    "Only one reference can have Controller set to true; " + controllers + " have");
        }
    }

    private static void requirePart(String part, String value, String problem, Problems problems) {
        if (value.isEmpty()) {
            problems.invalid(OWNERS.child(part), value, problem);
        }
    }

    private static void checkFinalizers(List<String> finalizers, boolean qualified, Problems problems) {
        for (int i = 0; i < finalizers.size(); i++) {
            var finalizer = finalizers.get(i);
            problems.invalidAll(FINALIZERS, finalizer, Formats.qualifiedName(finalizer));
            if (qualified && !finalizer.contains("/") && !STANDARD_FINALIZERS.contains(finalizer)) {
                problems.invalid(
                        FINALIZERS.index(i),
                        finalizer,
                        "name is neither a standard finalizer name nor is it fully qualified");
            }
        }
        if (finalizers.contains("orphan") && finalizers.contains("foregroundDeletion")) {
            problems.invalid(FINALIZERS, finalizers, "finalizer orphan and foregroundDeletion cannot be both set");
        }
    }

    private static void checkNoNewFinalizers(List<String> now, List<String> before, Problems problems) {
        var added = now.stream()
                .filter(finalizer -> !before.contains(finalizer))
                .sorted()
                .toList();
        if (!added.isEmpty()) {
            problems.forbidden(
                    FINALIZERS,
                    "no new finalizers can be added if the object is being deleted, found new finalizers []string{"
                            + added.stream().map(each -> '"' + each + '"').collect(Collectors.joining(", ")) + "}");
        }
    }

    private static void immutable(String field, @Nullable Object now, @Nullable Object before, Problems problems) {
        if (!Objects.equals(now, before)) {
            problems.invalid(METADATA.child(field), now, "field is immutable");
        }
    }
}
