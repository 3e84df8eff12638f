package io.podium.testkit.golden.lifecycle;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import java.util.Set;

/**
 * The paths of the fields that a status has, but for those whose values are compared anyway, state by state. Items of lists are known by
 * their {@code name} or {@code type}.
 */
final class StatusFields {
    private StatusFields() {}

    static void addTo(Set<String> paths, String path, Json value) {
        if (value instanceof JsonObject object) {
            object.fields().forEach((name, field) -> addTo(paths, path + "." + name, field));
        } else if (value instanceof JsonArray list) {
            list.items().forEach(item -> addTo(paths, path + "[" + nameOf(item) + "]", item));
        } else if (!path.matches(".*(\\.state\\.|\\.lastState\\.|\\.reason$|\\.message$).*")) {
            paths.add(path);
        }
    }

    private static String nameOf(Json item) {
        return item.at("name").or(() -> item.at("type")).flatMap(Json::asText).orElse("");
    }
}
