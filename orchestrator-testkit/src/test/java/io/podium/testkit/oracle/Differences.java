package io.podium.testkit.oracle;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Where two trees differ: what a failing comparison of two large objects has to say. */
final class Differences {
    private final List<String> found = new ArrayList<>();

    private Differences() {}

    /** A sentence for each place, such as {@code spec.replicas: 3 and 4}. */
    static List<String> between(Json one, Json other) {
        var differences = new Differences();
        differences.compare("", one, other);
        return differences.found;
    }

    private void compare(String path, Json one, Json other) {
        if (one instanceof JsonObject a && other instanceof JsonObject b) {
            var names = new TreeSet<>(a.fields().keySet());
            names.addAll(b.fields().keySet());
            for (var name : names) {
                field(path.isEmpty() ? name : path + "." + name, a.get(name), b.get(name));
            }
        } else if (one instanceof JsonArray a && other instanceof JsonArray b && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                compare(path + "[" + i + "]", a.get(i), b.get(i));
            }
        } else if (!one.equals(other)) {
            found.add(path + ": " + one + " and " + other);
        }
    }

    private void field(String path, Json one, Json other) {
        if (one == null || other == null) {
            found.add(path + ": " + one + " and " + other);
        } else {
            compare(path, one, other);
        }
    }
}
