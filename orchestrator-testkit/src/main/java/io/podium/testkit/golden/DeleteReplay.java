package io.podium.testkit.golden;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import java.util.ArrayList;
import java.util.function.Consumer;

/** {@code delete}: requests about finalizers, grace, propagation, preconditions, bindings and subresources, step after step. */
final class DeleteReplay implements Replay {
    private static final String ELSEWHERE = "golden-del";

    @Override
    public String file() {
        return "delete.jsonl";
    }

    @Override
    public void replay(Recordings recordings, Consumer<Verdict> verdicts) {
        try (var server = GoldenServer.holding(ELSEWHERE)) {
            judge(recordings, each -> verdict(each, server), verdicts);
        }
    }

    private static Verdict verdict(Case each, GoldenServer server) {
        var differences = new ArrayList<String>();
        var kind = "none";
        var uid = "";
        for (var item : ((JsonArray) each.json().at("steps").orElse(JsonArray.EMPTY)).items()) {
            var step = (JsonObject) item;
            var call = call(step, uid);
            var place = Place.of(call.path(), server.kinds());
            kind = place == null || !kind.equals("none") ? kind : place.kind().name();
            var answer = server.answer(call);
            uid = answer.body().at("metadata", "uid").flatMap(Json::asText).orElse(uid);
            for (var difference : differences(step, answer)) {
                differences.add(call.method() + " /" + String.join("/", call.path()) + " " + difference);
            }
        }
        return each.verdict(kind, differences);
    }

    private static Call call(JsonObject step, String uid) {
        var body = Recordings.tree(step.at("body").orElse(Json.NULL).toString().replace("$UID", uid));
        return Call.of(
                Comparison.text(step, "method"),
                Comparison.text(step, "path"),
                Comparison.text(step, "contentType"),
                new Call.Body.Tree(body));
    }

    private static ArrayList<String> differences(JsonObject step, Answer answer) {
        int code = step.at("code").flatMap(Json::asLong).orElse(0L).intValue();
        var expected = step.at("answer").orElse(Json.NULL) instanceof JsonObject object ? object : null;
        if (expected != null) {
            return new ArrayList<>(Comparison.answers(code, expected, answer));
        }
        var differences = new ArrayList<String>();
        if (answer.code() != code) {
            differences.add("code " + code + ", got " + answer.code());
        }
        return differences;
    }
}
