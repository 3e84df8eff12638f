package io.podium.testkit.golden;

import io.podium.api.core.Pod;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code selector}: label and field selectors, paging and list parameters over a few pods. */
final class SelectorReplay implements Replay {
    private static final String ELSEWHERE = "golden-sel";

    @Override
    public String file() {
        return "selector.jsonl";
    }

    @Override
    public void replay(Recordings recordings, Consumer<Verdict> verdicts) {
        try (var server = GoldenServer.holding(ELSEWHERE);
                var lines = recordings.lines(file())) {
            lines.map(line -> Case.of(title(), line)).forEach(each -> {
                if (each.json().get("objects") instanceof JsonArray objects) {
                    objects.items().forEach(pod -> server.answer(Call.json("POST", url(), pod)));
                } else {
                    verdicts.accept(each.verdict(Pod.KIND.name(), differences(each, server)));
                }
            });
        }
    }

    private static String url() {
        return Place.url(Pod.KIND, ELSEWHERE);
    }

    private static List<String> differences(Case each, GoldenServer server) {
        if (each.json().get("pages") instanceof JsonArray pages) {
            var limit = each.json().at("limit").flatMap(Json::asLong).orElseThrow();
            return pages(pages, "?limit=" + limit + "&" + query(each), server);
        }
        var answer = server.answer(Call.get(url() + "?" + query(each)));
        if (each.code() != 200) {
            return Comparison.refusals(each.code(), each.answer(), answer);
        }
        var names = each.json().get("names");
        return names == null
                ? Comparison.trees(
                        each.json().get("count"), Json.of(names(answer).size()))
                : Comparison.trees(names, JsonArray.of(names(answer)));
    }

    private static String query(Case each) {
        return Stream.of(each.optionalText("query"), parameter(each, "labelSelector"), parameter(each, "fieldSelector"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("&"));
    }

    private static Optional<String> parameter(Case each, String name) {
        return each.optionalText(name).map(text -> name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static List<String> pages(JsonArray pages, String query, GoldenServer server) {
        var differences = new ArrayList<String>();
        var token = "";
        for (var page : pages.items()) {
            var answer = server.answer(Call.get(url() + query).with("continue", token));
            var metadata = (JsonObject) answer.body().at("metadata").orElse(JsonObject.EMPTY);
            token = Comparison.text(metadata, "continue");
            var got = JsonObject.builder()
                    .put("more", !token.isEmpty())
                    .put("names", JsonArray.of(names(answer)))
                    .put("remaining", metadata.at("remainingItemCount").orElse(Json.NULL))
                    .build();
            differences.addAll(Comparison.trees(page, got));
        }
        return differences;
    }

    private static List<Json> names(Answer answer) {
        return answer.body().at("items").orElse(JsonArray.EMPTY) instanceof JsonArray items
                ? items.items().stream()
                        .map(item -> item.at("metadata", "name").orElse(Json.NULL))
                        .toList()
                : List.of();
    }
}
