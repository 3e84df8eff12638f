package io.podium.examples;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.codec.Trees;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The conditions of an object, a line each. */
final class ConditionLines {
    private ConditionLines() {}

    static List<String> of(@Nullable ApiObject<?> object) {
        var lines = new ArrayList<String>();
        if (object != null
                && Trees.toTree(object).at("status", "conditions").orElse(Json.NULL) instanceof JsonArray conditions) {
            conditions.items().forEach(condition -> lines.add(line(condition)));
        }
        return lines;
    }

    private static String line(Json condition) {
        var reason = text(condition, "reason");
        var message = text(condition, "message");
        return text(condition, "type") + "=" + text(condition, "status")
                + (reason.isEmpty() ? "" : " " + reason)
                + (message.isEmpty() ? "" : ": " + message);
    }

    private static String text(Json condition, String field) {
        return condition.at(field).flatMap(Json::asText).orElse("");
    }
}
