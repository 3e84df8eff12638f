package io.podium.testkit.golden;

import io.podium.api.core.Pod;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonNumber;
import io.podium.api.meta.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code quantity}: texts as the only request of a pod's one container, of cpu and of memory. */
final class QuantityReplay implements Replay {

    @Override
    public String file() {
        return "quantity.jsonl";
    }

    @Override
    public void replay(Recordings recordings, Consumer<Verdict> verdicts) {
        var base = new Bases(recordings).named("minimal");
        try (var server = GoldenServer.holding(NAMESPACE)) {
            judge(recordings, each -> verdict(each, base, server), verdicts);
        }
    }

    private static Verdict verdict(Case each, JsonObject base, GoldenServer server) {
        var differences = new ArrayList<String>();
        for (var resource : List.of("cpu", "memory")) {
            var body = requesting(base, resource, each.json().at("text").orElse(Json.NULL));
            var answer = server.answer(Call.json("POST", Place.url(Pod.KIND, NAMESPACE) + "?dryRun=All", body));
            var expected = each.json().at(resource).orElse(Json.NULL);
            differences.addAll(
                    expected instanceof JsonObject refused
                            ? refusal(refused, answer)
                            : Comparison.trees(expected, form(answer, resource)));
        }
        return each.verdict(Pod.KIND.name(), differences);
    }

    private static List<String> refusal(JsonObject refused, Answer answer) {
        int code = refused.get("code") instanceof JsonNumber number ? (int) number.longValue() : 0;
        return code == answer.code() ? List.of() : Comparison.refusals(code, refused, answer);
    }

    private static JsonObject requesting(JsonObject base, String resource, Json quantity) {
        var containers = (JsonArray) base.at("spec", "containers").orElseThrow();
        var requests = JsonObject.of("requests", JsonObject.of(resource, quantity));
        var container = ((JsonObject) containers.get(0)).with("resources", requests);
        return base.with(List.of("spec", "containers"), containers.with(0, container));
    }

    private static Json form(Answer answer, String resource) {
        return answer.body().at("spec", "containers").orElse(Json.NULL) instanceof JsonArray containers
                ? containers.get(0).at("resources", "requests", resource).orElse(Json.NULL)
                : Json.of(answer.code() + " " + Comparison.text(answer.body(), "message"));
    }
}
