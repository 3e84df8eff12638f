package io.podium.testkit.golden;

import io.podium.api.meta.Json;
import java.util.function.Consumer;

/** {@code patch}: stored base objects, patched strictly and without a commit. */
final class PatchReplay implements Replay {

    @Override
    public String file() {
        return "patch.jsonl";
    }

    @Override
    public void replay(Recordings recordings, Consumer<Verdict> verdicts) {
        var bases = new Bases(recordings);
        try (var server = GoldenServer.holding(NAMESPACE);
                var lines = recordings.lines(file())) {
            var stored = new StoredBases(bases, server);
            lines.map(line -> Case.of(title(), line))
                    .map(each -> verdict(each, stored, server))
                    .forEach(verdicts);
        }
    }

    private static Verdict verdict(Case each, StoredBases stored, GoldenServer server) {
        var kind = server.kind(each.text("kind"));
        if (kind.isEmpty()) {
            return each.later(each.text("kind"));
        }
        var base = each.text("base");
        if (!stored.missing(base).isEmpty()) {
            return each.verdict(each.text("kind"), stored.missing(base));
        }
        var url = StoredBases.url(kind.get(), base) + "?dryRun=All&fieldValidation=Strict&fieldManager=golden";
        var body = each.json().at("body").orElse(Json.NULL);
        var call = Call.of("PATCH", url, contentType(each.text("type")), new Call.Body.Tree(body));
        return each.verdict(each.text("kind"), Comparison.answers(each.code(), each.answer(), server.answer(call)));
    }

    private static String contentType(String type) {
        return switch (type) {
            case "strategic" -> "application/strategic-merge-patch+json";
            case "merge" -> "application/merge-patch+json";
            case "json" -> "application/json-patch+json";
            default -> type;
        };
    }
}
