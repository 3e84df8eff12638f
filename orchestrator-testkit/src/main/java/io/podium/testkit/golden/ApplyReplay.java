package io.podium.testkit.golden;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** {@code apply}: server-side apply, updates and merges of one object by three managers, step after step. */
final class ApplyReplay implements Replay {

    @Override
    public String file() {
        return "apply.jsonl";
    }

    @Override
    public void replay(Recordings recordings, Consumer<Verdict> verdicts) {
        try (var server = GoldenServer.holding(NAMESPACE)) {
            judge(recordings, each -> verdict(each, server), verdicts);
        }
    }

    private static Verdict verdict(Case each, GoldenServer server) {
        var kind = server.kind(each.text("kind"));
        if (kind.isEmpty()) {
            return each.later(each.text("kind"));
        }
        var url = StoredBases.url(kind.get(), each.text("name"));
        if (!(each.json().get("steps") instanceof JsonArray steps)) {
            var answer = server.answer(applied(url + each.text("query"), each.json()));
            return each.verdict(kind.get().name(), Comparison.answers(each.code(), each.answer(), answer));
        }
        var differences = new ArrayList<String>();
        for (int i = 0; i < steps.size() && differences.isEmpty(); i++) {
            var step = (JsonObject) steps.get(i);
            var answer = server.answer(call(step, kind.get(), each.text("name"), server));
            var label =
                    "step " + i + " " + Comparison.text(step, "op") + " by " + Comparison.text(step, "manager") + ": ";
            differences(step, answer).forEach(difference -> differences.add(label + difference));
        }
        return each.verdict(kind.get().name(), differences);
    }

    private static Call call(JsonObject step, Kind<?> kind, String name, GoldenServer server) {
        var url = StoredBases.url(kind, name);
        var manager = Comparison.text(step, "manager");
        return switch (Comparison.text(step, "op")) {
            case "apply" ->
                applied(
                        url + "?fieldManager=" + manager + "&force="
                                + step.at("force").orElse(Json.of(false)),
                        step);
            case "merge" ->
                Call.of(
                        "PATCH",
                        url + "?fieldManager=" + manager,
                        "application/merge-patch+json",
                        new Call.Body.Tree(step.at("body").orElse(Json.NULL)));
            case "update" ->
                Call.json(
                        "PUT",
                        url + "?fieldManager=" + manager,
                        labelled(server.answer(Call.get(url)).body(), step));
            default -> throw new IllegalArgumentException("no step is known as " + Comparison.text(step, "op"));
        };
    }

    private static Call applied(String url, JsonObject step) {
        var body = new Call.Body.Tree(step.at("body").orElse(Json.NULL));
        return Call.of("PATCH", url, "application/apply-patch+yaml", body).with("fieldValidation", "Strict");
    }

    private static JsonObject labelled(JsonObject object, JsonObject step) {
        var unmanaged = object.without(List.of("metadata", "managedFields"));
        var labels = (JsonObject) unmanaged.at("metadata", "labels").orElse(JsonObject.EMPTY);
        for (var label : ((JsonObject) step.at("setLabel").orElse(JsonObject.EMPTY))
                .fields()
                .entrySet()) {
            labels = labels.with(label.getKey(), label.getValue());
        }
        return unmanaged.with(List.of("metadata", "labels"), labels);
    }

    private static List<String> differences(JsonObject step, Answer answer) {
        var expected = (JsonObject) step.at("answer").orElse(JsonObject.EMPTY);
        int code = step.at("code").flatMap(Json::asLong).orElse(0L).intValue();
        var differences = new ArrayList<>(Comparison.answers(code, expected, answer));
        if (answer.succeeded() && answer.code() == code) {
            differences.addAll(Comparison.trees(managers(expected), managers(answer.body())));
        }
        return differences;
    }

    /** Who manages what, by manager, operation and subresource. */
    private static JsonObject managers(JsonObject object) {
        var managers = new TreeMap<String, Json>();
        if (object.at("metadata", "managedFields").orElse(Json.NULL) instanceof JsonArray entries) {
            for (var entry : entries.items()) {
                var fields = (JsonObject) entry;
                var key = Comparison.text(fields, "manager") + " " + Comparison.text(fields, "operation") + " "
                        + Comparison.text(fields, "subresource");
                managers.put(key.strip(), fields.without("time"));
            }
        }
        return JsonObject.of(managers);
    }
}
