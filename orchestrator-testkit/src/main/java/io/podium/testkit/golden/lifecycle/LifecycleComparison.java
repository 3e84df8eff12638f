package io.podium.testkit.golden.lifecycle;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.testkit.golden.lifecycle.LifecycleCase.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/**
 * Compares what became of a pod with what was recorded. Either side may have merged steps between two writes, so every recorded value that
 * stayed must come, in its order, and what comes besides must be something that a step on the way may show. Moments count roughly.
 */
final class LifecycleComparison {
    private final LifecycleCase recorded;
    private final Observed observed;
    private final Wording wording;
    private final List<String> differences = new ArrayList<>();

    private LifecycleComparison(LifecycleCase recorded, Observed observed) {
        this.recorded = recorded;
        this.observed = observed;
        this.wording = new Wording(observed);
    }

    /** What differs. */
    static List<String> differences(LifecycleCase recorded, Observed observed) {
        var comparison = new LifecycleComparison(recorded, observed);
        comparison.compareStates();
        comparison.compareFields();
        comparison.compareEvents();
        comparison.compareLogs();
        return comparison.differences;
    }

    private void compareStates() {
        var wanted = Aspects.of(recorded.trace(), wording);
        var got = Aspects.of(observed.trace(), wording);
        var names = new TreeSet<>(wanted.keySet());
        names.addAll(got.keySet());
        for (var name : names) {
            compare(name, wanted.getOrDefault(name, List.of()), got.getOrDefault(name, List.of()));
        }
    }

    private void compare(String aspect, List<Aspects.Value> wanted, List<Aspects.Value> got) {
        var alignment = Alignment.of(wanted, got);
        var known = new HashSet<String>(); // only asked
        wanted.forEach(value -> known.add(state(value)));
        for (var value : alignment.unexpected()) {
            if (value.at() <= recorded.seconds() && !known.contains(state(value)) && !isOnTheWay(aspect, value)) {
                differences.add(aspect + ": unexpected " + show(value));
            }
        }
        for (var value : alignment.missing()) {
            differences.add(aspect + ": missing " + show(value) + ", got "
                    + got.stream().map(LifecycleComparison::show).toList());
        }
    }

    /** A value without what a container's last end was, which may come a step later. */
    private static String state(Aspects.Value value) {
        return value.text().replaceFirst(" last .*", "");
    }

    private static String show(Aspects.Value value) {
        return String.format("%.1f", value.at()) + "s <" + value.text() + ">";
    }

    /** Whether a value may come between two that were recorded. */
    private static boolean isOnTheWay(String aspect, Aspects.Value value) {
        var text = value.text();
        if (aspect.equals("phase")) {
            return text.equals("Running");
        }
        if (aspect.startsWith("container ")) {
            return text.startsWith("running") || text.startsWith("waiting CrashLoopBackOff");
        }
        return aspect.startsWith("condition ")
                && (text.startsWith("True ")
                        || text.contains("ContainersNotReady")
                        || text.contains("ContainersNotInitialized"));
    }

    /** Which fields the last status has, beside those whose values are compared. */
    private void compareFields() {
        if (!observed.trace().isEmpty() && !recorded.trace().isEmpty()) {
            var wanted = new TreeSet<String>();
            var got = new TreeSet<String>();
            StatusFields.addTo(wanted, "status", Fields.object(recorded.trace().getLast(), "status"));
            StatusFields.addTo(got, "status", Fields.object(observed.trace().getLast(), "status"));
            if (!wanted.equals(got)) {
                var missing = new TreeSet<>(wanted);
                missing.removeAll(got);
                got.removeAll(wanted);
                differences.add("fields: missing " + missing + ", unexpected " + got);
            }
        }
    }

    private void compareEvents() {
        var wanted = events(recorded.events(), Double.MAX_VALUE);
        var got = events(observed.events(), Double.MAX_VALUE);
        var soon = events(observed.events(), recorded.seconds());
        wanted.stream().filter(event -> !got.contains(event)).forEach(event -> differences.add("no Event " + event));
        soon.stream()
                .filter(event -> !wanted.contains(event))
                .forEach(event -> differences.add("unexpected Event " + event));
    }

    private TreeSet<String> events(List<JsonObject> events, double until) {
        var texts = new TreeSet<String>();
        for (var event : events) {
            if (Fields.number(event, "at") <= until) {
                texts.add(String.join(
                        " | ",
                        Fields.text(event, "type"),
                        Fields.text(event, "reason"),
                        wording.message(Fields.text(event, "message")),
                        Fields.text(event, "field")));
            }
        }
        return texts;
    }

    private void compareLogs() {
        recorded.logs().fields().forEach((container, answer) -> {
            var wanted = log((JsonObject) answer);
            var got = log(Fields.object(observed.logs(), container));
            if (!wanted.equals(got)) {
                differences.add("log of " + container + ":\n" + wanted + "\ngot:\n" + got);
            }
        });
    }

    private String log(JsonObject answer) {
        var text = answer.get("text") instanceof JsonObject status
                ? Fields.text(status, "message")
                : wording.log(Fields.text(answer, "text"));
        return answer.at("code").map(Json::toString).orElse("") + " " + text;
    }
}
