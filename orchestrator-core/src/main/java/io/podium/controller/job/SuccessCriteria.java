package io.podium.controller.job;

import io.podium.api.batch.Job;
import io.podium.api.batch.SuccessPolicyRule;
import java.util.BitSet;
import java.util.Optional;

/** What a job's {@code successPolicy} says of the indexes that have succeeded: the first rule that they fulfil ends the job well. Pure. */
final class SuccessCriteria {
    private SuccessCriteria() {}

    /** Which rule is fulfilled, as Kubernetes says it. */
    static Optional<String> met(Job job, BitSet succeeded) {
        var policy = job.spec().successPolicy();
        if (policy == null || succeeded.isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < policy.rules().size(); i++) {
            if (isMet(policy.rules().get(i), succeeded)) {
                return Optional.of("Matched rules at index " + i);
            }
        }
        return Optional.empty();
    }

    private static boolean isMet(SuccessPolicyRule rule, BitSet succeeded) {
        var counted = (BitSet) succeeded.clone();
        int wanted = Integer.MAX_VALUE;
        if (rule.succeededIndexes() != null) {
            var named = Indexes.parse(rule.succeededIndexes());
            counted.and(named);
            wanted = named.cardinality();
        }
        return counted.cardinality() >= (rule.succeededCount() == null ? wanted : rule.succeededCount());
    }
}
