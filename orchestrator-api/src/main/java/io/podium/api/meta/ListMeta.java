package io.podium.api.meta;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.JsonName;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of a list and of a {@link Status}.
 *
 * @param selfLink no longer filled: {@code selfLink}
 * @param resourceVersion the revision at which the list was read: {@code resourceVersion}
 * @param continueToken what to ask for the next chunk with, empty in the last one: {@code continue}
 * @param remainingItemCount how many items follow, where that is known: {@code remainingItemCount}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ListMeta(
        @Proto(1) String selfLink,
        @Proto(2) String resourceVersion,
        @Proto(3) @JsonName("continue") String continueToken,
        @Proto(4) @Nullable Long remainingItemCount,
        UnknownFields unknown)
        implements ListMetaWith {}
