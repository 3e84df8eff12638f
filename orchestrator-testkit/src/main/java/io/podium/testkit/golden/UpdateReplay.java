package io.podium.testkit.golden;

import java.util.function.Consumer;

/** {@code update}: stored base objects, read, changed and put back strictly, without a commit. */
final class UpdateReplay implements Replay {

    @Override
    public String file() {
        return "update.jsonl";
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
        var body = Requested.patched(stored.read(kind.get(), base), each.json().get("patch"));
        var url = StoredBases.url(kind.get(), base) + "?dryRun=All&fieldValidation=Strict";
        var answer = server.answer(Call.json("PUT", url, body));
        return each.verdict(each.text("kind"), Comparison.answers(each.code(), each.answer(), answer));
    }
}
