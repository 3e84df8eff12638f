package io.podium.codec;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonNumber;
import io.podium.api.meta.JsonObject;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Makes a JSON tree of tokens. */
final class TreeReader {
    private TreeReader() {}

    /** Reads the value that the walk stands on. */
    static Json read(Tokens in, Strictness strictness, Interner interner) {
        return switch (in.current()) {
            case START_OBJECT -> object(in, strictness, interner);
            case START_ARRAY -> array(in, strictness, interner);
            case VALUE_STRING -> Json.of(interner.intern(in.text()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(in);
            case VALUE_TRUE -> Json.of(true);
            case VALUE_FALSE -> Json.of(false);
            case VALUE_NULL -> Json.NULL;
            default -> throw Mistyped.at(in, "JSON value");
        };
    }

    private static Json number(Tokens in) {
        if (in.isLong()) {
            return Json.of(in.longValue());
        }
        try {
            return JsonNumber.parse(in.text());
        } catch (IllegalArgumentException beyondDouble) {
            throw Mistyped.at(in, "64-bit number", beyondDouble);
        }
    }

    private static JsonObject object(Tokens in, Strictness strictness, Interner interner) {
        if (in.next() == JsonToken.END_OBJECT) {
            return JsonObject.EMPTY;
        }
        var fields = JsonObject.builder();
        @Nullable SeenNames seen = strictness.watches() ? new SeenNames(strictness) : null;
        for (var token = in.current(); token != JsonToken.END_OBJECT; token = in.next()) {
            var name = interner.intern(in.name());
            if (seen != null) {
                seen.see(name, in);
            }
            in.next();
            fields.put(name, read(in, strictness, interner));
        }
        return fields.build();
    }

    private static JsonArray array(Tokens in, Strictness strictness, Interner interner) {
        var items = new ArrayList<Json>();
        while (in.next() != JsonToken.END_ARRAY) {
            items.add(read(in, strictness, interner));
        }
        return JsonArray.of(items);
    }
}
