package io.podium.apiserver.rules;

import io.podium.api.apps.ReplicaSet;
import io.podium.api.apps.ReplicaSetStatus;
import io.podium.api.apps.ReplicaSetStatusBuilder;
import io.podium.api.meta.Sorted;
import io.podium.apiserver.rules.pod.PodTemplates;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.Map;
import java.util.function.Function;

/** Replica sets. */
final class ReplicaSetRules implements KindRules<ReplicaSet> {
    private static final ReplicaSetStatus NO_STATUS = new ReplicaSetStatusBuilder().build();
    private static final Path SPEC = Path.of("spec");
    private static final Path REPLICAS = SPEC.child("replicas");
    private static final Path MIN_READY = SPEC.child("minReadySeconds");
    private static final Path STATUS = Path.of("status");

    @Override
    public boolean hasGeneration() {
        return true;
    }

    @Override
    public boolean changesGeneration(ReplicaSet updated, ReplicaSet old) {
        return !updated.spec().equals(old.spec());
    }

    @Override
    public ReplicaSet defaults(ReplicaSet set) {
        var spec = set.spec();
        if (spec.replicas() == null) {
            spec = spec.withReplicas(1);
        }
        var template = PodTemplates.defaults(spec.template());
        if (template != spec.template()) {
            spec = spec.withTemplate(template);
        }
        return spec == set.spec() ? set : set.withSpec(spec);
    }

    @Override
    public ReplicaSet prepareForCreate(ReplicaSet set) {
        return set.withStatus(NO_STATUS);
    }

    @Override
    public ReplicaSet prepareForUpdate(ReplicaSet updated, ReplicaSet old) {
        return updated.withStatus(old.status());
    }

    @Override
    public ReplicaSet prepareForStatusUpdate(ReplicaSet updated, ReplicaSet old) {
        return updated.withSpec(old.spec());
    }

    @Override
    public void validateCreate(ReplicaSet set, Problems problems) {
        var spec = set.spec();
        Checks.notNegative(REPLICAS, spec.replicas(), problems);
        Checks.notNegative(MIN_READY, spec.minReadySeconds(), problems);
        ReplicatedTemplates.validate(
                spec.selector(),
                spec.template(),
                spec.replicasOrDefault(),
                "empty selector is invalid for replicaset",
                problems);
    }

    @Override
    public void validateUpdate(ReplicaSet updated, ReplicaSet old, Problems problems) {
        validateCreate(updated, problems);
        Checks.immutable(
                SPEC.child("selector"), updated.spec().selector(), old.spec().selector(), problems);
    }

    @Override
    public void validateStatusUpdate(ReplicaSet updated, ReplicaSet old, Problems problems) {
        var status = updated.status();
        Checks.notNegative(STATUS.child("replicas"), status.replicas(), problems);
        Checks.notNegative(STATUS.child("fullyLabeledReplicas"), status.fullyLabeledReplicas(), problems);
        Checks.notNegative(STATUS.child("readyReplicas"), status.readyReplicas(), problems);
        Checks.notNegative(STATUS.child("availableReplicas"), status.availableReplicas(), problems);
        Checks.notNegative(STATUS.child("terminatingReplicas"), status.terminatingReplicas(), problems);
        Checks.notNegative(STATUS.child("observedGeneration"), status.observedGeneration(), problems);
        atMost("fullyLabeledReplicas", status.fullyLabeledReplicas(), "status.replicas", status.replicas(), problems);
        atMost("readyReplicas", status.readyReplicas(), "status.replicas", status.replicas(), problems);
        atMost("availableReplicas", status.availableReplicas(), "status.replicas", status.replicas(), problems);
        atMost("availableReplicas", status.availableReplicas(), "readyReplicas", status.readyReplicas(), problems);
    }

    @Override
    public Map<String, Function<ReplicaSet, String>> selectableFields() {
        return Sorted.of("status.replicas", set -> Integer.toString(set.status().replicas()));
    }

    private static void atMost(String field, int count, String limit, int most, Problems problems) {
        if (count > most) {
            problems.invalid(STATUS.child(field), count, "cannot be greater than " + limit);
        }
    }
}
