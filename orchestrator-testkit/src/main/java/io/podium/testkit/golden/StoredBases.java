package io.podium.testkit.golden;

import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /** Why a base is not there, in the server's words; empty if it is. */
    List<String> missing(String name) {
        return refusals.containsKey(name) ? List.of("the base itself was refused: " + refusals.get(name)) : List.of();
    }

    static String url(Kind<?> kind, String name) {
        return Place.url(kind, Replay.NAMESPACE) + "/" + name;
    }

    /** A base as a reader gets it, without managers. */
    JsonObject read(Kind<?> kind, String name) {
        return server.answer(Call.get(url(kind, name))).body().without(List.of("metadata", "managedFields"));
    }
}
