package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.MicroTime;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The event series of {@code Event.series}.
 *
 * @param count the count: {@code count}
 * @param lastObservedTime the last observed time: {@code lastObservedTime}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record EventSeries(
        @Proto(1) int count,
        @Proto(2) @MicroTime @Always @Nullable Instant lastObservedTime,
        UnknownFields unknown) implements EventSeriesWith {}
