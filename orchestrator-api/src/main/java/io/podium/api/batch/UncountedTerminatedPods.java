package io.podium.api.batch;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.ListSet;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The uncounted terminated pods of {@code Job.status.uncountedTerminatedPods}.
 *
 * @param succeeded the succeeded: {@code succeeded}
 * @param failed the failed: {@code failed}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record UncountedTerminatedPods(
        @Proto(1) @ListSet List<String> succeeded,
        @Proto(2) @ListSet List<String> failed,
        UnknownFields unknown) implements UncountedTerminatedPodsWith {
    /** Copies lists and maps; maps are sorted by key. */
    public UncountedTerminatedPods {
        succeeded = List.copyOf(succeeded);
        failed = List.copyOf(failed);
    }
}
