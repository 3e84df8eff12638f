package io.podium.api.core;

import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiResource;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.MicroTime;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The kind {@code Event}.
 *
 * @param metadata the metadata: {@code metadata}
 * @param involvedObject the involved object: {@code involvedObject}
 * @param reason the reason: {@code reason}
 * @param message the message: {@code message}
 * @param source the source: {@code source}
 * @param firstTimestamp the first timestamp: {@code firstTimestamp}
 * @param lastTimestamp the last timestamp: {@code lastTimestamp}
 * @param count the count: {@code count}
 * @param type the type: {@code type}
 * @param eventTime the event time: {@code eventTime}
 * @param series the series: {@code series}
 * @param action the action: {@code action}
 * @param related the related: {@code related}
 * @param reportingComponent the reporting component: {@code reportingComponent}
 * @param reportingInstance the reporting instance: {@code reportingInstance}
 * @param unknown the fields that this record does not declare
 */
@ApiType
@ApiResource(plural = "events", shortNames = "ev")
public record Event(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(2) @Always @Atomic ObjectReference involvedObject,
        @Proto(3) String reason,
        @Proto(4) String message,
        @Proto(5) @Always EventSource source,
        @Proto(6) @Always @Nullable Instant firstTimestamp,
        @Proto(7) @Always @Nullable Instant lastTimestamp,
        @Proto(8) int count,
        @Proto(9) String type,
        @Proto(10) @MicroTime @Always @Nullable Instant eventTime,
        @Proto(11) @Nullable EventSeries series,
        @Proto(12) String action,
        @Proto(13) @Atomic @Nullable ObjectReference related,
        @Proto(14) @Always String reportingComponent,
        @Proto(15) @Always String reportingInstance,
        UnknownFields unknown)
        implements EventWith {
    /** The kind of these objects. */
    public static final Kind<Event> KIND = Kind.of(Event.class);

    /**
     * Begins the description of a {@code Event}.
     *
     * @param name its name
     * @return a builder
     */
    public static EventBuilder named(String name) {
        return new EventBuilder().name(name);
    }
}
