package io.podium.testkit.golden.lifecycle;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.testkit.golden.lifecycle.LifecycleCase.Trees;
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
        double at = Trees.number(step, "at");
        var status = Trees.object(step, "status");
        put("phase", at, Trees.text(status, "phase"));
        put("reason", at, Trees.text(status, "reason") + " " + wording.message(Trees.text(status, "message")));
        put("qosClass", at, Trees.text(status, "qosClass"));
        put("deletion", at, step.at("deletionGracePeriodSeconds").map(Json::toString).orElse(""));
        put("gone", at, Boolean.toString(Trees.text(step, "type").equals("DELETED")));
        for (var condition : Trees.objects(status, "conditions")) {
            put(
                    "condition " + Trees.text(condition, "type"),
                    at,
                    Trees.text(condition, "status") + " " + Trees.text(condition, "reason") + " "
                            + wording.message(Trees.text(condition, "message")));
        }
        for (var list : CONTAINERS) {
            Trees.objects(status, list)
                    .forEach(container -> put("container " + Trees.text(container, "name"), at, container(container)));
        }
    }

    private String container(JsonObject container) {
        return state(Trees.object(container, "state")) + " last " + state(Trees.object(container, "lastState"))
                + " restarts " + container.at("restartCount").map(Json::toString).orElse("0")
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
        return Trees.text(state, "reason").equals("ErrImagePull")
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
