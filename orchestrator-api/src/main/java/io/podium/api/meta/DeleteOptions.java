package io.podium.api.meta;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a delete request.
 *
 * @param gracePeriodSeconds the seconds until it is gone, 0 for at once: {@code gracePeriodSeconds}
 * @param preconditions what must hold, else the answer is Conflict: {@code preconditions}
 * @param orphanDependents replaced by {@code propagationPolicy}: {@code orphanDependents}
 * @param propagationPolicy {@code Orphan}, {@code Background} or {@code Foreground}: {@code propagationPolicy}
 * @param dryRun {@code All} to persist nothing: {@code dryRun}
 * @param ignoreStoreReadErrorWithClusterBreakingPotential whether an object that cannot be read may be deleted: {@code
 *     ignoreStoreReadErrorWithClusterBreakingPotential}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record DeleteOptions(
        @Proto(1) @Nullable Long gracePeriodSeconds,
        @Proto(2) @Nullable Preconditions preconditions,
        @Proto(3) @Nullable Boolean orphanDependents,
        @Proto(4) @Nullable String propagationPolicy,
        @Proto(5) List<String> dryRun,
        @Proto(6) @Nullable Boolean ignoreStoreReadErrorWithClusterBreakingPotential,
        UnknownFields unknown)
        implements DeleteOptionsWith {
    /** Copies the list. */
    public DeleteOptions {
        dryRun = List.copyOf(dryRun);
    }
}
