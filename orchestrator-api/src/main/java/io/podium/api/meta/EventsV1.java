package io.podium.api.meta;

import io.podium.api.core.Event;
import java.util.List;
import java.util.Map;

/** Events of the group {@code events.k8s.io}: the same objects as those of the core group, with some fields named otherwise. */
final class EventsV1 {
    /** Field names of the core group, and of this one. */
    private static final List<Map.Entry<String, String>> RENAMED = List.of(
            Map.entry("count", "deprecatedCount"),
            Map.entry("firstTimestamp", "deprecatedFirstTimestamp"),
            Map.entry("involvedObject", "regarding"),
            Map.entry("lastTimestamp", "deprecatedLastTimestamp"),
            Map.entry("message", "note"),
            Map.entry("reportingComponent", "reportingController"),
            Map.entry("source", "deprecatedSource"));

    /** Fields that the core group writes when they are empty and this one does not. */
    private static final List<String> LEFT_OUT_EMPTY = List.of("reportingController", "reportingInstance");

    static final ServedVersion SERVED = new ServedVersion(
            new GroupVersionKind("events.k8s.io", "v1", "Event"), Event.KIND, EventsV1::toCore, EventsV1::fromCore);

    private EventsV1() {}

    private static JsonObject toCore(JsonObject event) {
        var core = event;
        for (var name : RENAMED) {
            core = renamed(core, name.getValue(), name.getKey());
        }
        return core;
    }

    private static JsonObject fromCore(JsonObject core) {
        var event = core;
        for (var name : RENAMED) {
            event = renamed(event, name.getKey(), name.getValue());
        }
        for (var name : LEFT_OUT_EMPTY) {
            event = event.at(name).flatMap(Json::asText).filter(String::isEmpty).isPresent()
                    ? event.without(name)
                    : event;
        }
        return event;
    }

    private static JsonObject renamed(JsonObject object, String from, String to) {
        var value = object.get(from);
        return value == null ? object : object.without(from).with(to, value);
    }
}
