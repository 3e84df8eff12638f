package io.podium.api.batch;

import io.podium.api.core.PodTemplateSpec;
import io.podium.api.meta.LabelSelector;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Default;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The job spec of {@code Job.spec}.
 *
 * @param parallelism the parallelism: {@code parallelism}
 * @param completions the completions: {@code completions}
 * @param activeDeadlineSeconds the active deadline seconds: {@code activeDeadlineSeconds}
 * @param podFailurePolicy the pod failure policy: {@code podFailurePolicy}
 * @param successPolicy the success policy: {@code successPolicy}
 * @param backoffLimit the backoff limit: {@code backoffLimit}
 * @param backoffLimitPerIndex the backoff limit per index: {@code backoffLimitPerIndex}
 * @param maxFailedIndexes the max failed indexes: {@code maxFailedIndexes}
 * @param selector the selector: {@code selector}
 * @param manualSelector the manual selector: {@code manualSelector}
 * @param template the template: {@code template}
 * @param ttlSecondsAfterFinished the ttl seconds after finished: {@code ttlSecondsAfterFinished}
 * @param completionMode the completion mode: {@code completionMode}
 * @param suspend the suspend: {@code suspend}
 * @param podReplacementPolicy the pod replacement policy: {@code podReplacementPolicy}
 * @param managedBy the managed by: {@code managedBy}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record JobSpec(
        @Proto(1) @Nullable Integer parallelism,
        @Proto(2) @Nullable Integer completions,
        @Proto(3) @Nullable Long activeDeadlineSeconds,
        @Proto(11) @Nullable PodFailurePolicy podFailurePolicy,
        @Proto(16) @Nullable SuccessPolicy successPolicy,
        @Proto(7) @Default("6") @Nullable Integer backoffLimit,
        @Proto(12) @Nullable Integer backoffLimitPerIndex,
        @Proto(13) @Nullable Integer maxFailedIndexes,
        @Proto(4) @Atomic @Nullable LabelSelector selector,
        @Proto(5) @Nullable Boolean manualSelector,
        @Proto(6) @Always PodTemplateSpec template,
        @Proto(8) @Nullable Integer ttlSecondsAfterFinished,
        @Proto(9) @Nullable String completionMode,
        @Proto(10) @Default("false") @Nullable Boolean suspend,
        @Proto(14) @Nullable String podReplacementPolicy,
        @Proto(15) @Nullable String managedBy,
        UnknownFields unknown)
        implements JobSpecWith {}
