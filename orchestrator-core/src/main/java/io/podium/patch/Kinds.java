package io.podium.patch;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonBool;
import io.podium.api.meta.JsonNull;
import io.podium.api.meta.JsonNumber;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;

/** What messages call the kinds of JSON values. */
final class Kinds {
    private Kinds() {}

    static String of(Json value) {
        return switch (value) {
            case JsonObject object -> "an object";
            case JsonArray array -> "an array";
            case JsonString text -> "a string";
            case JsonNumber number -> "a number";
            case JsonBool bool -> "a boolean";
            case JsonNull none -> "null";
        };
    }

    static boolean same(Json a, Json b) {
        return a.getClass() == b.getClass();
    }
}
