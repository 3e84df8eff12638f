package io.podium.testkit.golden.lifecycle;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.testkit.golden.lifecycle.LifecycleCase.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is compared of a pod's states: its phase, each condition and each container by itself, as the values that they had in turn. */
final class Aspects {
    private static final List<String> CONTAINERS =
            List.of("initContainerStatuses", "containerStatuses", "ephemeralContainerStatuses");

    private final Map<String, List<Value>> values = new TreeMap<>();
    private final Wording wording;

    /**
     * A value of an aspect.
     *
     * @param at since when, in seconds after the pod was created
     * @param text the value
     */
    record Value(double at, String text) {}

    private Aspects(Wording wording) {
        this.wording = wording;
    }

    static Map<String, List<Value>> of(List<JsonObject> trace, Wording wording) {
        var aspects = new Aspects(wording);
        trace.forEach(aspects::add);
        return aspects.values;
    }

    private void add(JsonObject step) {
        double at = Fields.number(step, "at");
        var status = Fields.object(step, "status");
        put("phase", at, Fields.text(status, "phase"));
        put("reason", at, Fields.text(status, "reason") + " " + wording.message(Fields.text(status, "message")));
        put("qosClass", at, Fields.text(status, "qosClass"));
        put(
                "deletion",
                at,
                step.at("deletionGracePeriodSeconds").map(Json::toString).orElse(""));
        put("gone", at, Boolean.toString(Fields.text(step, "type").equals("DELETED")));
        for (var condition : Fields.objects(status, "conditions")) {
            put(
                    "condition " + Fields.text(condition, "type"),
                    at,
                    Fields.text(condition, "status") + " " + Fields.text(condition, "reason") + " "
                            + wording.message(Fields.text(condition, "message")));
        }
        for (var list : CONTAINERS) {
            Fields.objects(status, list)
                    .forEach(container -> put("container " + Fields.text(container, "name"), at, container(container)));
        }
    }

    private String container(JsonObject container) {
        return state(Fields.object(container, "state")) + " last " + state(Fields.object(container, "lastState"))
                + " restarts "
                + container.at("restartCount").map(Json::toString).orElse("0")
                + " ready " + container.at("ready").map(Json::toString).orElse("")
                + " started " + container.at("started").map(Json::toString).orElse("");
    }

    private String state(JsonObject state) {
        for (var kind : List.of("waiting", "running", "terminated")) {
            if (state.get(kind) instanceof JsonObject found) {
                var words = new StringBuilder(kind);
                for (var field : List.of("exitCode", "signal", "reason", "message")) {
                    found.at(field).ifPresent(value -> words.append(' ').append(wording(field, found, value)));
                }
                return words.toString();
            }
        }
        return "-";
    }

    private String wording(String field, JsonObject state, Json value) {
        if (!field.equals("message")) {
            return value.asText().orElse(value.toString());
        }
        return Fields.text(state, "reason").equals("ErrImagePull")
                ? "<why>"
                : wording.message(value.asText().orElse(""));
    }

    private void put(String aspect, double at, String value) {
        var list = values.computeIfAbsent(aspect, name -> new ArrayList<>());
        if (list.isEmpty() || !list.getLast().text().equals(value)) {
            list.add(new Value(at, value));
        }
    }
}
