package io.podium.testkit.golden;

import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The base objects as a server stored them when they were created, each in its turn. */
final class StoredBases {
    private final Map<String, String> refusals = new TreeMap<>();
    private final GoldenServer server;

    StoredBases(Bases bases, GoldenServer server) {
        this.server = server;
        bases.all()
                .forEach((name, base) -> server.kind(Comparison.text(base, "kind"))
                        .ifPresent(kind -> {
                            var answer = server.answer(Call.json("POST", Place.url(kind, Replay.NAMESPACE), base));
                            if (!answer.succeeded()) {
                                refusals.put(name, answer.body().toString());
                            }
                        }));
    }

    /** Compares the answer to a request about the case's base, if its kind is served and the base was stored. */
    Verdict judge(Case each, Function<Kind<?>, Call> request) {
        var name = each.text("kind");
        var kind = server.kind(name);
        if (kind.isEmpty()) {
            return each.later(name);
        }
        var refusal = refusals.get(each.text("base"));
        if (refusal != null) {
            return each.verdict(name, List.of("the base itself was refused: " + refusal));
        }
        var answer = server.answer(request.apply(kind.get()));
        return each.verdict(name, Comparison.answers(each.code(), each.answer(), answer));
    }

    static String url(Kind<?> kind, String name) {
        return Place.url(kind, Replay.NAMESPACE) + "/" + name;
    }

    /** A base as a reader gets it, without managers. */
    JsonObject read(Kind<?> kind, String name) {
        return server.answer(Call.get(url(kind, name))).body().without(List.of("metadata", "managedFields"));
    }
}
