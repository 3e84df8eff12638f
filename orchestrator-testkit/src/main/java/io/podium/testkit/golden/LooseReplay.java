package io.podium.testkit.golden;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import java.util.ArrayList;
import java.util.function.Consumer;

/** {@code loose}: unknown, duplicate and mistyped input under each field validation mode. */
final class LooseReplay implements Replay {

    @Override
    public String file() {
        return "loose.jsonl";
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
        var url = Place.url(kind.get(), NAMESPACE) + "?dryRun=All&fieldValidation=" + each.text("fieldValidation");
        var answer =
                server.answer(Call.of("POST", url, each.text("contentType"), new Call.Body.Text(each.text("body"))));
        var differences = new ArrayList<>(Comparison.answers(each.code(), each.answer(), answer));
        var warnings = JsonArray.of(answer.warnings().stream().map(Json::of).toList());
        differences.addAll(Comparison.trees(each.json().at("warnings").orElse(JsonArray.EMPTY), warnings));
        return each.verdict(each.text("kind"), differences);
    }
}
