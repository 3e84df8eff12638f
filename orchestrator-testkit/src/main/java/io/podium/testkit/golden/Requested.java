package io.podium.testkit.golden;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the bodies that the recorder sent: a base object, changed by a JSON patch in which to replace what is absent adds it. */
final class Requested {
    /** What stands in a recording for a value too large to write down. */
    private static final String BIG = "<x repeated 262145 times under key big>";

    private static final Json BIG_VALUE = JsonObject.of("big", Json.of("x".repeat(262_145)));

    private Requested() {}

    static Json patched(Json base, @Nullable Json patch) {
        var document = base;
        if (patch instanceof JsonArray operations) {
            for (var operation : operations.items()) {
                document = applied(document, (JsonObject) operation);
            }
        }
        return document;
    }

    private static Json applied(Json document, JsonObject operation) {
        var path = List.of(Comparison.text(operation, "path").substring(1).split("/", -1)).stream()
                .map(part -> part.replace("~1", "/").replace("~0", "~"))
                .toList();
        var value = operation.at("value").orElse(Json.NULL);
        boolean big = value.asText().filter(BIG::equals).isPresent();
        return changed(document, path, Comparison.text(operation, "op"), big ? BIG_VALUE : value);
    }

    private static Json changed(Json here, List<String> path, String op, Json value) {
        if (path.isEmpty()) {
            return value;
        }
        var name = path.getFirst();
        boolean last = path.size() == 1;
        if (here instanceof JsonArray array) {
            int index = name.equals("-") ? array.size() : Integer.parseInt(name);
            if (!last) {
                return array.with(index, changed(array.get(index), path.subList(1, path.size()), op, value));
            }
            return switch (op) {
                case "remove" -> array.without(index);
                case "add" -> array.insert(index, value);
                default -> index < array.size() ? array.with(index, value) : array.append(value);
            };
        }
        var object = here instanceof JsonObject known ? known : JsonObject.EMPTY;
        if (last) {
            return op.equals("remove") ? object.without(name) : object.with(name, value);
        }
        var inner = object.at(name).orElse(JsonObject.EMPTY);
        return object.with(name, changed(inner, path.subList(1, path.size()), op, value));
    }
}
