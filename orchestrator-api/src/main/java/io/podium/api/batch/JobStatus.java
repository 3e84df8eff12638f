package io.podium.api.batch;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.MergeKey;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The job status of {@code Job.status}.
 *
 * @param conditions the conditions: {@code conditions}
 * @param startTime the start time: {@code startTime}
 * @param completionTime the completion time: {@code completionTime}
 * @param active the active: {@code active}
 * @param succeeded the succeeded: {@code succeeded}
 * @param failed the failed: {@code failed}
 * @param terminating the terminating: {@code terminating}
 * @param completedIndexes the completed indexes: {@code completedIndexes}
 * @param failedIndexes the failed indexes: {@code failedIndexes}
 * @param uncountedTerminatedPods the uncounted terminated pods: {@code uncountedTerminatedPods}
 * @param ready the ready: {@code ready}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record JobStatus(
        @Proto(1) @MergeKey("type") List<JobCondition> conditions,
        @Proto(2) @Nullable Instant startTime,
        @Proto(3) @Nullable Instant completionTime,
        @Proto(4) int active,
        @Proto(5) int succeeded,
        @Proto(6) int failed,
        @Proto(11) @Nullable Integer terminating,
        @Proto(7) String completedIndexes,
        @Proto(10) @Nullable String failedIndexes,
        @Proto(8) @Nullable UncountedTerminatedPods uncountedTerminatedPods,
        @Proto(9) @Nullable Integer ready,
        UnknownFields unknown)
        implements JobStatusWith {
    /** Copies lists and maps; maps are sorted by key. */
    public JobStatus {
        conditions = List.copyOf(conditions);
    }
}
