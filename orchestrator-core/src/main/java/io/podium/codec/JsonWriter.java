package io.podium.codec;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Json;
import io.podium.api.schema.Schema;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;

/**
 * Writes objects and trees as compact JSON text. Equal objects give equal bytes: {@code apiVersion} and {@code kind} come first, then
 * the fields in the order of the schema, then unknown ones by name; maps are sorted by key.
 */
public final class JsonWriter {
    private JsonWriter() {}

    /**
     * Writes an object with its {@code apiVersion} and {@code kind}.
     *
     * @param object the object
     * @return UTF-8 text
     */
    public static byte[] write(ApiObject<?> object) {
        return toBytes(generator -> write(object, generator));
    }

    /**
     * Writes an object with its {@code apiVersion} and {@code kind}.
     *
     * @param object the object
     * @param out where to write; it is flushed and left open
     */
    public static void write(ApiObject<?> object, OutputStream out) {
        toStream(out, generator -> write(object, generator));
    }

    /**
     * Writes an object with its {@code apiVersion} and {@code kind} into a longer text.
     *
     * @param object the object
     * @param generator where to write
     */
    public static void write(ApiObject<?> object, JsonGenerator generator) {
        new SchemaWriter(new GeneratorSink(generator)).write(object);
    }

    /**
     * Writes a value: no {@code apiVersion}, no {@code kind}.
     *
     * @param schema the schema of its type
     * @param value the value
     * @param <T> its type
     * @return UTF-8 text
     */
    public static <T> byte[] write(Schema<T> schema, T value) {
        return toBytes(generator -> write(schema, value, generator));
    }

    /**
     * Writes a value into a longer text: no {@code apiVersion}, no {@code kind}.
     *
     * @param schema the schema of its type
     * @param value the value
     * @param generator where to write
     * @param <T> its type
     */
    public static <T> void write(Schema<T> schema, T value, JsonGenerator generator) {
        new SchemaWriter(new GeneratorSink(generator)).write(schema, value);
    }

    /**
     * Writes a tree.
     *
     * @param tree the tree
     * @return UTF-8 text
     */
    public static byte[] write(Json tree) {
        return toBytes(generator -> write(tree, generator));
    }

    /**
     * Writes a tree into a longer text.
     *
     * @param tree the tree
     * @param generator where to write
     */
    public static void write(Json tree, JsonGenerator generator) {
        new SchemaWriter(new GeneratorSink(generator)).tree(tree);
    }

    /**
     * Starts a text of several values, such as a list of objects or a stream of events.
     *
     * @param out where to write UTF-8; closing the generator flushes it and leaves it open
     * @return a generator for {@link #write(ApiObject, JsonGenerator)} and its siblings
     */
    public static JsonGenerator generator(OutputStream out) {
        return JsonText.FACTORY
                .createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8)
                .configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
    }

    private static byte[] toBytes(Consumer<JsonGenerator> writing) {
        var out = new ByteArrayOutputStream(1024);
        toStream(out, writing);
        return out.toByteArray();
    }

    private static void toStream(OutputStream out, Consumer<JsonGenerator> writing) {
        try (var generator = generator(out)) {
            writing.accept(generator);
        }
    }
}
