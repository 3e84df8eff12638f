package io.podium.testkit.golden;

import io.podium.api.client.ApiException;
import io.podium.api.client.Watch;
import io.podium.api.client.WatchEvent;
import io.podium.api.client.WatchOptions;
import io.podium.api.core.ConfigMap;
import io.podium.api.meta.FieldSelector;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Selector;
import io.podium.codec.Trees;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code watch}: watches of one namespace, all open before anything happens there. */
final class WatchReplay implements Replay {
    /** What happens begins so long after the watches. */
    private static final Duration BEFORE = Duration.ofSeconds(2);

    @Override
    public String file() {
        return "watch.jsonl";
    }

    /** A watch of a case, or how it was refused. */
    private record Watching(Case of, @Nullable Watch<ConfigMap> watch, Answer opened) {}

    @Override
    public void replay(Recordings recordings, Consumer<Verdict> verdicts) {
        List<Case> cases;
        try (var lines = recordings.lines(file())) {
            cases = lines.map(line -> Case.of(title(), line)).toList();
        }
        var history = cases.getFirst().json();
        var namespace = Comparison.text(history, "namespace");
        try (var server = GoldenServer.holding(namespace)) {
            var url = Place.url(ConfigMap.KIND, namespace);
            items(history, "before").forEach(object -> server.answer(Call.json("POST", url, object)));
            var watching = open(cases.subList(1, cases.size()), namespace, server);
            server.time().runFor(BEFORE);
            items(history, "afterAllWatchesBegan").forEach(event -> server.answer(call((JsonObject) event, url)));
            server.time().runFor(BEFORE);
            watching.forEach(each -> verdicts.accept(verdict(each)));
        }
    }

    private static List<Watching> open(List<Case> cases, String namespace, GoldenServer server) {
        var version = server.client()
                .list(ConfigMap.KIND, namespace, io.podium.api.client.ListOptions.ALL)
                .resourceVersion();
        var watching = new ArrayList<Watching>();
        for (var each : cases) {
            var parameters = Call.of(
                    "GET", "/?" + each.text("query").replace("<rv>", version), "", new Call.Body.Tree(Json.NULL));
            try {
                var refused = Options.refuseWatch(parameters);
                if (refused != null) {
                    watching.add(new Watching(each, null, refused));
                    continue;
                }
                var watch = server.client().watch(ConfigMap.KIND, namespace, options(parameters, version));
                var seconds = parameters.parameter("timeoutSeconds");
                if (!seconds.isEmpty()) {
                    server.time().schedule("timeout", Duration.ofSeconds(Long.parseLong(seconds)), watch::close);
                }
                watching.add(new Watching(each, watch, Answer.of(200, JsonObject.EMPTY)));
            } catch (ApiException refused) {
                watching.add(new Watching(each, null, Answer.of(refused)));
            } catch (IllegalArgumentException malformed) {
                watching.add(new Watching(
                        each, null, Answer.failure(400, "BadRequest", String.valueOf(malformed.getMessage()))));
            }
        }
        return watching;
    }

    /** What a watch asks for; one that wants no initial events begins at the present version. */
    private static WatchOptions options(Call call, String present) {
        var version = call.parameter("resourceVersion");
        boolean fromNow = call.parameter("sendInitialEvents").equals("false")
                && List.of("", "0").contains(version);
        return new WatchOptions(
                call.query().containsKey("labelSelector")
                        ? Selector.parse(call.parameter("labelSelector"))
                        : Selector.everything(),
                FieldSelector.parse(call.parameter("fieldSelector")),
                fromNow ? present : version,
                call.parameter("allowWatchBookmarks").equals("true"),
                call.parameter("sendInitialEvents").equals("true"));
    }

    private static Call call(JsonObject event, String url) {
        var name =
                event.at("name").flatMap(Json::asText).map(text -> "/" + text).orElse("");
        var contentType = event.at("contentType").flatMap(Json::asText).orElse("application/json");
        return Call.of(
                Comparison.text(event, "method"),
                url + name,
                contentType,
                new Call.Body.Tree(event.at("body").orElse(Json.NULL)));
    }

    private static Verdict verdict(Watching each) {
        var kind = ConfigMap.KIND.name();
        if (each.of().text("case").equals("table")) {
            return each.of().later(kind);
        }
        var watch = each.watch();
        if (watch == null || each.of().code() != 200) {
            var line = (JsonObject)
                    items(each.of().json(), "lines").stream().findFirst().orElse(JsonObject.EMPTY);
            return each.of().verdict(kind, Comparison.refusals(each.of().code(), line, each.opened()));
        }
        var got = new ArrayList<Json>();
        for (var events = watch.poll(); !events.isEmpty(); events = watch.poll()) {
            events.forEach(event -> got.add(line(event)));
        }
        watch.close();
        return each.of().verdict(kind, Comparison.trees(each.of().json().get("lines"), JsonArray.of(got)));
    }

    private static JsonObject line(WatchEvent<ConfigMap> event) {
        return JsonObject.builder()
                .put("type", event.type().name())
                .put("object", Trees.toTree(event.object()).without(List.of("metadata", "managedFields")))
                .build();
    }

    private static List<Json> items(JsonObject object, String name) {
        return object.at(name).orElse(JsonArray.EMPTY) instanceof JsonArray array ? array.items() : List.of();
    }
}
