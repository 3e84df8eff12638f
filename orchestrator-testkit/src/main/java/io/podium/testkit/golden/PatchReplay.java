package io.podium.testkit.golden;

import io.podium.api.meta.Json;
import io.podium.api.meta.Kind;
import java.util.function.Consumer;

/** {@code patch}: stored base objects, patched strictly and without a commit. */
final class PatchReplay implements Replay {

    @Override
    public String file() {
        return "patch.jsonl";
    }

    @Override
    public void replay(Recordings recordings, Consumer<Verdict> verdicts) {
        try (var server = GoldenServer.holding(NAMESPACE)) {
            var stored = new StoredBases(new Bases(recordings), server);
            judge(recordings, each -> stored.judge(each, kind -> request(kind, each)), verdicts);
        }
    }

    private static Call request(Kind<?> kind, Case each) {
        var url = StoredBases.url(kind, each.text("base")) + "?dryRun=All&fieldValidation=Strict&fieldManager=golden";
        var body = each.json().at("body").orElse(Json.NULL);
        return Call.of("PATCH", url, contentType(each.text("type")), new Call.Body.Tree(body));
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
