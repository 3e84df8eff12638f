package io.podium.apiserver.rules;

import io.podium.api.meta.LabelSelector;
import io.podium.api.meta.Selector;
import org.jspecify.annotations.Nullable;

/** The selectors by which workloads know their pods. */
final class WorkloadSelectors {
    private WorkloadSelectors() {}

    /** Whether a selector has no terms, so that it would select everything. */
    static boolean isEmpty(LabelSelector selector) {
        return selector.matchLabels().isEmpty() && selector.matchExpressions().isEmpty();
    }

    /** A selector that can be matched, or null if its form is wrong. */
    static @Nullable Selector parsed(@Nullable LabelSelector selector) {
        try {
            return Selector.of(selector);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
