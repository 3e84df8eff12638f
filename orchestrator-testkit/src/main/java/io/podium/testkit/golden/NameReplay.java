package io.podium.testkit.golden;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code name}: base objects under other names, created without a commit. */
final class NameReplay implements Replay {

    @Override
    public String file() {
        return "name.jsonl";
    }

    @Override
    public void replay(Recordings recordings, Consumer<Verdict> verdicts) {
        var bases = new Bases(recordings);
        try (var server = GoldenServer.withoutWidgets(NAMESPACE)) {
            judge(recordings, each -> verdict(each, bases, server), verdicts);
        }
    }

    private static Verdict verdict(Case each, Bases bases, GoldenServer server) {
        var kind = each.text("kind").equals(Widget.KIND.name())
                ? Optional.of(Widget.KIND)
                : server.kind(each.text("kind"));
        if (kind.isEmpty()) {
            return each.later(each.text("kind"));
        }
        var metadata = JsonObject.of(each.text("field"), each.json().at("value").orElse(Json.NULL));
        var body = bases.named(each.text("base")).with("metadata", metadata);
        var answer = server.answer(Call.json("POST", Place.url(kind.get(), NAMESPACE) + "?dryRun=All", body));
        return each.verdict(each.text("kind"), Comparison.refusals(each.code(), expected(each, answer), answer));
    }

    /** What was recorded are causes alone: the reason is what ours is. */
    private static JsonObject expected(Case each, Answer answer) {
        var causes = each.json().at("causes").orElse(JsonArray.EMPTY);
        return JsonObject.builder()
                .put("reason", Comparison.text(answer.body(), "reason"))
                .put("details", JsonObject.of("causes", causes))
                .build();
    }
}
