package io.podium.patch;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.codec.JsonReader;
import io.podium.codec.Strictness;
import java.nio.charset.StandardCharsets;

/** Reads JSON as tests write it: with single quotes for double ones. */
public final class Texts {
    private Texts() {}

    /** Any value. */
    public static Json json(String text) {
        return parse(text.replace('\'', '"'));
    }

    /** An object. */
    public static JsonObject object(String text) {
        return (JsonObject) json(text);
    }

    /** JSON that uses its own quotes. */
    public static Json parse(String text) {
        return JsonReader.plain().readTree(text.getBytes(StandardCharsets.UTF_8), Strictness.ignoring());
    }
}
