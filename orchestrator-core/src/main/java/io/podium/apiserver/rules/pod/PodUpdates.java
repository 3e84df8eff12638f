package io.podium.apiserver.rules.pod;

import io.podium.api.core.Affinity;
import io.podium.api.core.Container;
import io.podium.api.core.NodeAffinity;
import io.podium.api.core.NodeSelectorTerm;
import io.podium.api.core.Pod;
import io.podium.api.core.PodSpec;
import io.podium.api.core.Toleration;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says what of a pod may change once it exists: images, the deadline, more tolerations, fewer gates, and a little more while gated. */
final class PodUpdates {
    private static final Path SPEC = Path.of("spec");
    private static final Path DEADLINE = SPEC.child("activeDeadlineSeconds");
    private static final Path TERMS = SPEC.child("affinity")
            .child("nodeAffinity")
            .child("requiredDuringSchedulingIgnoredDuringExecution")
            .child("nodeSelectorTerms");
    private static final String IMMUTABLE =
            "pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,"
                    + "`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),"
                    + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)";

    private PodUpdates() {}

    static void check(Pod updated, Pod old, Problems problems) {
        var now = updated.spec();
        var before = old.spec();
        if (now.equals(before)
                || !sameCount(now.containers(), before.containers(), SPEC.child("containers"), problems)
                || !sameCount(now.initContainers(), before.initContainers(), SPEC.child("initContainers"), problems)
                || !checkDeadline(now.activeDeadlineSeconds(), before.activeDeadlineSeconds(), problems)) {
            return;
        }
        checkTolerations(now.tolerations(), before.tolerations(), problems);
        checkGates(now, before, problems);
        var rest = withMutableFieldsOf(before, now);
        if (!before.schedulingGates().isEmpty()) {
            checkWhileGated(rest, before, problems);
            rest = withPlacementOf(before, rest);
        }
        if (!rest.equals(before)) {
            problems.forbidden(SPEC, IMMUTABLE);
        }
    }

    private static boolean sameCount(List<Container> now, List<Container> before, Path path, Problems problems) {
        if (now.size() != before.size()) {
            problems.forbidden(path, "pod updates may not add or remove containers");
        }
        return now.size() == before.size();
    }

    private static boolean checkDeadline(@Nullable Long now, @Nullable Long before, Problems problems) {
        if (now == null) {
            if (before != null) {
                problems.invalid(DEADLINE, now, "must not update from a positive integer to nil value");
            }
            return true;
        }
        if (now < 0 || now > Integer.MAX_VALUE) {
            return false; // the spec's own rules say why
        }
        if (before != null && before < now) {
            problems.invalid(DEADLINE, now, "must be less than or equal to previous value");
            return false;
        }
        return true;
    }

    private static void checkTolerations(List<Toleration> now, List<Toleration> before, Problems problems) {
        for (var toleration : before) {
            if (now.stream()
                    .noneMatch(each -> each.withTolerationSeconds(toleration.tolerationSeconds())
                            .equals(toleration))) {
                problems.forbidden(
                        SPEC.child("tolerations"),
                        "existing toleration can not be modified except its tolerationSeconds");
                return;
            }
        }
    }

    private static void checkGates(PodSpec now, PodSpec before, Problems problems) {
        for (int i = 0; i < now.schedulingGates().size(); i++) {
            var gate = now.schedulingGates().get(i);
            if (before.schedulingGates().stream().noneMatch(each -> each.name().equals(gate.name()))) {
                problems.forbidden(
                        SPEC.child("schedulingGates").index(i).child("name"),
                        "only deletion is allowed, but found new scheduling gate '" + gate.name() + "'");
            }
        }
    }

    /** The new spec with the old values of all that may change. */
    private static PodSpec withMutableFieldsOf(PodSpec before, PodSpec now) {
        var graceBefore = before.terminationGracePeriodSeconds();
        boolean graceRepaired =
                graceBefore != null && graceBefore < 0 && Objects.equals(now.terminationGracePeriodSeconds(), 1L);
        return now.toBuilder()
                .containers(withImagesOf(before.containers(), now.containers()))
                .initContainers(withImagesOf(before.initContainers(), now.initContainers()))
                .activeDeadlineSeconds(before.activeDeadlineSeconds())
                .tolerations(before.tolerations())
                .schedulingGates(before.schedulingGates())
                .terminationGracePeriodSeconds(graceRepaired ? graceBefore : now.terminationGracePeriodSeconds())
                .build();
    }

    private static List<Container> withImagesOf(List<Container> before, List<Container> now) {
        var containers = new ArrayList<Container>(now.size());
        for (int i = 0; i < now.size(); i++) {
            containers.add(now.get(i).withImage(before.get(i).image()));
        }
        return containers;
    }

    private static void checkWhileGated(PodSpec now, PodSpec before, Problems problems) {
        if (!now.nodeSelector().entrySet().containsAll(before.nodeSelector().entrySet())) {
            problems.invalid(
                    SPEC.child("nodeSelector"),
                    now.nodeSelector(),
                    "only additions to spec.nodeSelector are allowed (no mutations or deletions)");
        }
        var termsBefore = terms(nodeAffinity(before));
        var termsNow = terms(nodeAffinity(now));
        if (termsBefore.isEmpty()) {
            return;
        }
        if (termsBefore.size() != termsNow.size()) {
            problems.invalid(
                    TERMS, termsNow.size(), "no additions/deletions to non-empty NodeSelectorTerms list are allowed");
            return;
        }
        for (int i = 0; i < termsBefore.size(); i++) {
            if (!onlyAdds(termsNow.get(i), termsBefore.get(i))) {
                problems.invalid(TERMS.index(i), i, "only additions are allowed (no mutations or deletions)");
            }
        }
    }

    private static boolean onlyAdds(NodeSelectorTerm now, NodeSelectorTerm before) {
        boolean wasEmpty =
                before.matchExpressions().isEmpty() && before.matchFields().isEmpty();
        boolean isEmpty = now.matchExpressions().isEmpty() && now.matchFields().isEmpty();
        return (!wasEmpty || isEmpty)
                && now.matchExpressions().containsAll(before.matchExpressions())
                && now.matchFields().containsAll(before.matchFields());
    }

    private static List<NodeSelectorTerm> terms(@Nullable NodeAffinity affinity) {
        var required = affinity == null ? null : affinity.requiredDuringSchedulingIgnoredDuringExecution();
        return required == null ? List.of() : required.nodeSelectorTerms();
    }

    private static @Nullable NodeAffinity nodeAffinity(PodSpec spec) {
        return spec.affinity() == null ? null : spec.affinity().nodeAffinity();
    }

    private static PodSpec withPlacementOf(PodSpec before, PodSpec now) {
        var selecting = now.withNodeSelector(before.nodeSelector());
        Affinity affinity = now.affinity();
        if (affinity == null) {
            return before.affinity() != null
                            && before.affinity().podAffinity() == null
                            && before.affinity().podAntiAffinity() == null
                    ? selecting.withAffinity(before.affinity())
                    : selecting;
        }
        boolean onlyNodes = affinity.podAffinity() == null && affinity.podAntiAffinity() == null;
        return before.affinity() == null && onlyNodes
                ? selecting.withAffinity(null)
                : selecting.withAffinity(affinity.withNodeAffinity(nodeAffinity(before)));
    }
}
