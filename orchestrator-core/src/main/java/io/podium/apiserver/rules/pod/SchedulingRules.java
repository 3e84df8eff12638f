package io.podium.apiserver.rules.pod;

import io.podium.api.core.PodSpec;
import io.podium.api.core.Toleration;
import io.podium.api.core.TopologySpreadConstraint;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.LabelSelectors;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;

/** Checks tolerations, the spread over a topology, and gates. */
final class SchedulingRules {
    private static final String DO_NOT_SCHEDULE = "DoNotSchedule";
    private static final List<String> WHEN_UNSATISFIABLE = List.of(DO_NOT_SCHEDULE, "ScheduleAnyway");
    private static final List<String> INCLUSIONS = List.of("Honor", "Ignore");
    private static final List<String> OPERATORS = List.of("Equal", "Exists");
    private static final List<String> EFFECTS = List.of("NoSchedule", "PreferNoSchedule", "NoExecute");

    private SchedulingRules() {}

    static void checkTolerations(List<Toleration> tolerations, Path path, Problems problems) {
        for (int i = 0; i < tolerations.size(); i++) {
            checkToleration(tolerations.get(i), path.index(i), problems);
        }
    }

    private static void checkToleration(Toleration toleration, Path path, Problems problems) {
        var operator = toleration.operator();
        if (!toleration.key().isEmpty()) {
            problems.invalidAll(path.child("key"), toleration.key(), Formats.qualifiedName(toleration.key()));
        } else if (!operator.equals("Exists")) {
            problems.invalid(
                    path.child("operator"),
                    operator,
                    "operator must be Exists when `key` is empty, which means \"match all values and all keys\"");
        }
        if (toleration.tolerationSeconds() != null && !toleration.effect().equals("NoExecute")) {
            problems.invalid(
                    path.child("effect"),
                    toleration.effect(),
                    "effect must be 'NoExecute' when `tolerationSeconds` is set");
        }
        switch (operator) {
            case "Equal", "" ->
                problems.invalidAll(path.child("operator"), toleration.value(), Formats.labelValue(toleration.value()));
            case "Exists" -> {
                if (!toleration.value().isEmpty()) {
                    problems.invalid(
                            path.child("operator"), operator, "value must be empty when `operator` is 'Exists'");
                }
            }
            default -> problems.notSupported(path.child("operator"), operator, OPERATORS);
        }
        if (!toleration.effect().isEmpty()) {
            Checks.supported(toleration.effect(), EFFECTS, path.child("effect"), problems);
        }
    }

    static void checkSpread(List<TopologySpreadConstraint> constraints, Path path, Problems problems) {
        for (int i = 0; i < constraints.size(); i++) {
            var constraint = constraints.get(i);
            checkConstraint(constraint, path.index(i), problems);
            for (int later = i + 1; later < constraints.size(); later++) {
                var other = constraints.get(later);
                if (other.topologyKey().equals(constraint.topologyKey())
                        && other.whenUnsatisfiable().equals(constraint.whenUnsatisfiable())) {
                    problems.duplicate(
                            path.index(i).child("{topologyKey, whenUnsatisfiable}"),
                            "{" + constraint.topologyKey() + ", " + constraint.whenUnsatisfiable() + "}");
                    break;
                }
            }
        }
    }

    private static void checkConstraint(TopologySpreadConstraint constraint, Path path, Problems problems) {
        if (constraint.maxSkew() <= 0) {
            problems.invalid(path.child("maxSkew"), constraint.maxSkew(), "must be greater than zero");
        }
        if (constraint.topologyKey().isEmpty()) {
            problems.required(path.child("topologyKey"), "can not be empty");
        }
        Checks.supported(constraint.whenUnsatisfiable(), WHEN_UNSATISFIABLE, path.child("whenUnsatisfiable"), problems);
        var least = constraint.minDomains();
        if (least != null && least <= 0) {
            problems.invalid(path.child("minDomains"), least, "must be greater than zero");
        }
        if (least != null && !constraint.whenUnsatisfiable().equals(DO_NOT_SCHEDULE)) {
            problems.invalid(
                    path.child("minDomains"),
                    least,
                    "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not "
                            + constraint.whenUnsatisfiable());
        }
        Checks.supported(constraint.nodeAffinityPolicy(), INCLUSIONS, path.child("nodeAffinityPolicy"), problems);
        Checks.supported(constraint.nodeTaintsPolicy(), INCLUSIONS, path.child("nodeTaintsPolicy"), problems);
        AffinityRules.checkKeys(
                constraint.matchLabelKeys(), constraint.labelSelector(), path.child("matchLabelKeys"), problems);
        LabelSelectors.check(constraint.labelSelector(), path.child("labelSelector"), problems);
    }

    static void checkGates(PodSpec spec, Path path, Problems problems) {
        var ready = spec.readinessGates();
        for (int i = 0; i < ready.size(); i++) {
            var type = ready.get(i).conditionType();
            problems.invalidAll(
                    path.child("readinessGates").index(i).child("conditionType"), type, Formats.qualifiedName(type));
        }
        var gates = spec.schedulingGates();
        for (int i = 0; i < gates.size(); i++) {
            var name = gates.get(i).name();
            var place = path.child("schedulingGates").index(i);
            problems.invalidAll(place, name, Formats.qualifiedName(name));
            for (int earlier = 0; earlier < i; earlier++) {
                if (gates.get(earlier).name().equals(name)) {
                    problems.duplicate(place, name);
                    break;
                }
            }
        }
    }
}
