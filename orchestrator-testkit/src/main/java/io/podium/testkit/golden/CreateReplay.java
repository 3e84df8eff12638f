package io.podium.testkit.golden;

import java.util.function.Consumer;

/** {@code create}: changed base objects, created strictly and without a commit. */
final class CreateReplay implements Replay {

    @Override
    public String file() {
        return "create.jsonl";
    }

    @Override
    public void replay(Recordings recordings, Consumer<Verdict> verdicts) {
        var bases = new Bases(recordings);
        try (var server = GoldenServer.holding(NAMESPACE)) {
            judge(recordings, each -> verdict(each, bases, server), verdicts);
        }
    }

    private static Verdict verdict(Case each, Bases bases, GoldenServer server) {
        var kind = server.kind(each.text("kind"));
        if (kind.isEmpty()) {
            return each.later(each.text("kind"));
        }
        var body = Requested.patched(bases.named(each.text("base")), each.json().get("patch"));
        var url = Place.url(kind.get(), NAMESPACE) + "?dryRun=All&fieldValidation=Strict";
        var answer = server.answer(Call.json("POST", url, body));
        return each.verdict(each.text("kind"), Comparison.answers(each.code(), each.answer(), answer));
    }
}
