package io.podium.testkit.golden;

import io.podium.api.meta.Kind;
import java.util.function.Consumer;

/** {@code update}: stored base objects, read, changed and put back strictly, without a commit. */
final class UpdateReplay implements Replay {

    @Override
    public String file() {
        return "update.jsonl";
    }

    @Override
    public void replay(Recordings recordings, Consumer<Verdict> verdicts) {
        try (var server = GoldenServer.holding(NAMESPACE)) {
            var stored = new StoredBases(new Bases(recordings), server);
            judge(recordings, each -> stored.judge(each, kind -> request(kind, each, stored)), verdicts);
        }
    }

    private static Call request(Kind<?> kind, Case each, StoredBases stored) {
        var base = each.text("base");
        var body = Requested.patched(stored.read(kind, base), each.json().get("patch"));
        return Call.json("PUT", StoredBases.url(kind, base) + "?dryRun=All&fieldValidation=Strict", body);
    }
}
