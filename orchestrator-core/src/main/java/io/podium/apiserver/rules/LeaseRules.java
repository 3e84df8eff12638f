package io.podium.apiserver.rules;

import io.podium.api.coordination.Lease;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;

/** Leases. A strategy and a preferred holder belong to an election that is off in Kubernetes 1.34, and are dropped. */
final class LeaseRules implements KindRules<Lease> {
    private static final Path SPEC = Path.of("spec");
    private static final Path DURATION = SPEC.child("leaseDurationSeconds");
    private static final Path TRANSITIONS = SPEC.child("leaseTransitions");

    @Override
    public boolean qualifiesFinalizers() {
        return false;
    }

    @Override
    public boolean updatesNeedVersion() {
        return true;
    }

    @Override
    public boolean createsOnUpdate() {
        return true;
    }

    @Override
    public Lease prepareForCreate(Lease lease) {
        var spec = lease.spec();
        return spec.strategy() == null && spec.preferredHolder() == null
                ? lease
                : lease.withSpec(spec.withStrategy(null).withPreferredHolder(null));
    }

    @Override
    public Lease prepareForUpdate(Lease updated, Lease old) {
        return prepareForCreate(updated);
    }

    @Override
    public void validateCreate(Lease lease, Problems problems) {
        var duration = lease.spec().leaseDurationSeconds();
        if (duration != null && duration <= 0) {
            problems.invalid(DURATION, duration, "must be greater than 0");
        }
        Checks.notNegative(TRANSITIONS, lease.spec().leaseTransitions(), problems);
    }
}
