package io.podium.testkit.golden;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.codec.Strictness;
import io.podium.codec.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The objects that recorded requests start from, by name. */
final class Bases {
    static final String FILE = "bases.yaml";

    /** The recorder's reader took it for a text; Kubernetes' own takes it for true. */
    private static final String Y = "{id: y}";

    private final Map<String, JsonObject> byName = new LinkedHashMap<>();

    Bases(Recordings recordings) {
        var text = recordings.text(FILE).replace("NAMESPACE", Replay.NAMESPACE).replace(Y, "{id: 'y'}");
        for (var document : text.split("\n---\n")) {
            if (YamlReader.plain().readTree(document.getBytes(StandardCharsets.UTF_8), Strictness.ignoring())
                    instanceof JsonObject object) {
                byName.put(object.at("metadata", "name").flatMap(Json::asText).orElseThrow(), object);
            }
        }
    }

    JsonObject named(String name) {
        var base = byName.get(name);
        if (base == null) {
            throw new IllegalArgumentException(FILE + " has no object " + name);
        }
        return base;
    }

    /** All of them, in the order of the file. */
    Map<String, JsonObject> all() {
        return byName;
    }
}
