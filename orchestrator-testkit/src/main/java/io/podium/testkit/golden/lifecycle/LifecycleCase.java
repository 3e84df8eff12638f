package io.podium.testkit.golden.lifecycle;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.codec.JsonReader;
import io.podium.codec.Strictness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A pod as it was recorded.
 *
 * @param json what was recorded
 */
record LifecycleCase(JsonObject json) {
    private static final String RECORDING = "/io/podium/testkit/golden/lifecycle.jsonl.gz";

    /** Those that come with the test kit, in their order. */
    static List<LifecycleCase> all() {
        var resource = LifecycleCase.class.getResourceAsStream(RECORDING);
        if (resource == null) {
            throw new IllegalStateException("the recording " + RECORDING + " is not on the class path");
        }
        try (var lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(resource), StandardCharsets.UTF_8))) {
            return lines.lines().map(LifecycleCase::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LifecycleCase read(String line) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        return new LifecycleCase((JsonObject) JsonReader.plain().readTree(bytes, Strictness.ignoring()));
    }

    String name() {
        return Fields.text(json, "case");
    }

    /** How long the pod was watched, in seconds. */
    double seconds() {
        return Fields.number(json, "seconds");
    }

    JsonObject metadata() {
        return Fields.object(json, "metadata");
    }

    JsonObject spec() {
        return Fields.object(json, "spec");
    }

    JsonObject logs() {
        return Fields.object(json, "logs");
    }

    List<JsonObject> actions() {
        return Fields.objects(json, "actions");
    }

    List<JsonObject> events() {
        return Fields.objects(json, "events");
    }

    List<JsonObject> trace() {
        return Fields.objects(json, "trace");
    }

    /** Short ways into trees. */
    static final class Fields {
        private Fields() {}

        static String text(JsonObject object, String... path) {
            return object.at(path).flatMap(Json::asText).orElse("");
        }

        static double number(JsonObject object, String name) {
            return object.at(name)
                    .map(value -> Double.parseDouble(value.toString()))
                    .orElse(0.0);
        }

        static JsonObject object(JsonObject object, String name) {
            return object.get(name) instanceof JsonObject found ? found : JsonObject.EMPTY;
        }

        static List<JsonObject> objects(JsonObject object, String name) {
            return object.get(name) instanceof JsonArray list
                    ? list.items().stream().map(JsonObject.class::cast).toList()
                    : List.of();
        }
    }
}
