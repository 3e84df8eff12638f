package io.podium.codec;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonBool;
import io.podium.api.meta.JsonNull;
import io.podium.api.meta.JsonNumber;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;
import java.util.Iterator;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** A walk over a JSON tree. A number is a whole one if its value is: a tree may come from YAML, where {@code 1.0} is a good integer. */
final class TreeTokens implements Tokens {
    private static final double LONG_LIMIT = 0x1p63;

    private final Json root;
    private final ToIntFunction<String> lines;
    private final String outside;
    private @Nullable Level level;
    private @Nullable Json value;
    private JsonToken current = JsonToken.NOT_AVAILABLE;

    TreeTokens(Json root) {
        this(root, path -> 0, "");
    }

    /**
     * A walk over a tree that was read from text, or over a part of it: {@code lines} tells the line of a path, or 0, and
     * {@code outside} is the path at which the part stands.
     */
    TreeTokens(Json root, ToIntFunction<String> lines, String outside) {
        this.root = root;
        this.lines = lines;
        this.outside = outside;
    }

    /** An object or array that the walk is inside of. */
    private static final class Level {
        final @Nullable Level outer;
        final @Nullable Iterator<Map.Entry<String, Json>> fields;
        final @Nullable Iterator<Json> items;
        String name = "";

        @Nullable
        Json pending; // the value of the field whose name was the last token

        int index = -1;

        Level(@Nullable Level outer, JsonObject object) {
            this.outer = outer;
            this.fields = object.fields().entrySet().iterator();
            this.items = null;
        }

        Level(@Nullable Level outer, JsonArray array) {
            this.outer = outer;
            this.fields = null;
            this.items = array.items().iterator();
        }
    }

    @Override
    public JsonToken next() {
        current = step();
        return current;
    }

    private JsonToken step() {
        var here = level;
        if (here == null) {
            return value == null ? enter(root) : JsonToken.NOT_AVAILABLE;
        }
        if (here.pending != null) {
            var pending = here.pending;
            here.pending = null;
            return enter(pending);
        }
        if (here.fields != null) {
            return here.fields.hasNext() ? field(here, here.fields.next()) : leave(here, JsonToken.END_OBJECT);
        }
        if (here.items != null && here.items.hasNext()) {
            here.index++;
            return enter(here.items.next());
        }
        return leave(here, JsonToken.END_ARRAY);
    }

    private JsonToken field(Level here, Map.Entry<String, Json> field) {
        here.name = field.getKey();
        here.pending = field.getValue();
        return JsonToken.PROPERTY_NAME;
    }

    private JsonToken leave(Level here, JsonToken end) {
        level = here.outer;
        return end;
    }

    private JsonToken enter(Json entered) {
        value = entered;
        return switch (entered) {
            case JsonObject object -> {
                level = new Level(level, object);
                yield JsonToken.START_OBJECT;
            }
            case JsonArray array -> {
                level = new Level(level, array);
                yield JsonToken.START_ARRAY;
            }
            case JsonString text -> JsonToken.VALUE_STRING;
            case JsonNumber number -> isWhole(number) ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT;
            case JsonBool bool -> bool.value() ? JsonToken.VALUE_TRUE : JsonToken.VALUE_FALSE;
            case JsonNull none -> JsonToken.VALUE_NULL;
        };
    }

    private static boolean isWhole(JsonNumber number) {
        double value = number.doubleValue();
        return number.isWhole() || value == Math.rint(value) && Math.abs(value) < LONG_LIMIT;
    }

    @Override
    public JsonToken current() {
        return current;
    }

    @Override
    public String name() {
        return level == null ? "" : level.name;
    }

    @Override
    public String text() {
        return value instanceof JsonString text ? text.value() : String.valueOf(value);
    }

    @Override
    public boolean isLong() {
        return current == JsonToken.VALUE_NUMBER_INT;
    }

    @Override
    public long longValue() {
        return value instanceof JsonNumber number ? number.longValue() : 0;
    }

    @Override
    public String path() {
        var path = new StringBuilder(outside);
        boolean entered = current == JsonToken.START_OBJECT || current == JsonToken.START_ARRAY;
        append(path, entered && level != null ? level.outer : level);
        return path.toString();
    }

    private static void append(StringBuilder path, @Nullable Level level) {
        if (level == null) {
            return;
        }
        append(path, level.outer);
        if (level.fields == null) {
            path.append('[').append(level.index).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(level.name);
        }
    }

    @Override
    public int line() {
        return line(path());
    }

    @Override
    public int line(String path) {
        return lines.applyAsInt(path);
    }
}
