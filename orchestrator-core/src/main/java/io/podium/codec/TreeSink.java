package io.podium.codec;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a JSON tree. */
final class TreeSink implements Sink {
    private @Nullable Level level;
    private Json result = Json.NULL;

    /** An object or array that is being built. */
    private static final class Level {
        final @Nullable Level outer;
        final JsonObject.@Nullable Builder fields;
        final @Nullable List<Json> items;
        String name = "";

        Level(@Nullable Level outer, JsonObject.@Nullable Builder fields, @Nullable List<Json> items) {
            this.outer = outer;
            this.fields = fields;
            this.items = items;
        }

        void add(Json value) {
            if (fields != null) {
                fields.put(name, value);
            } else if (items != null) {
                items.add(value);
            }
        }

        Json built() {
            return fields != null ? fields.build() : JsonArray.of(items == null ? List.of() : items);
        }
    }

    /** What was built. */
    Json result() {
        return result;
    }

    private void add(Json value) {
        if (level == null) {
            result = value;
        } else {
            level.add(value);
        }
    }

    private void end() {
        var ended = level;
        if (ended != null) {
            level = ended.outer;
            add(ended.built());
        }
    }

    @Override
    public void startObject() {
        level = new Level(level, JsonObject.builder(), null);
    }

    @Override
    public void name(String name) {
        if (level != null) {
            level.name = name;
        }
    }

    @Override
    public void endObject() {
        end();
    }

    @Override
    public void startArray() {
        level = new Level(level, null, new ArrayList<>());
    }

    @Override
    public void endArray() {
        end();
    }

    @Override
    public void string(String value) {
        add(Json.of(value));
    }

    @Override
    public void number(long value) {
        add(Json.of(value));
    }

    @Override
    public void number(double value) {
        add(Json.of(value));
    }

    @Override
    public void bool(boolean value) {
        add(Json.of(value));
    }

    @Override
    public void none() {
        add(Json.NULL);
    }
}
