package io.podium.testkit.golden.lifecycle;

import io.podium.api.meta.JsonObject;
import java.util.List;

/**
 * What became of a pod here, in the form of a recording.
 *
 * @param uid the pod's uid
 * @param ip its address, empty if it never had one
 * @param trace its states: {@code at}, {@code type}, {@code status}
 * @param events the node's Events on it: {@code at}, {@code type}, {@code reason}, {@code message}, {@code field}
 * @param logs answers by container: {@code code} and {@code text}
 */
record Observed(String uid, String ip, List<JsonObject> trace, List<JsonObject> events, JsonObject logs) {
    Observed {
        trace = List.copyOf(trace);
        events = List.copyOf(events);
    }
}
