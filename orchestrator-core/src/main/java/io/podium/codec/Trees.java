package io.podium.codec;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Kind;
import io.podium.api.schema.Field;
import io.podium.api.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Objects as JSON trees, and back: what patches, server-side apply and conversions work on. A tree says exactly what the JSON text of
 * the object would, zero values left out or written alike.
 */
public final class Trees {
    private Trees() {}

    /**
     * The tree of an object, {@code apiVersion} and {@code kind} included.
     *
     * @param object the object
     * @return its tree
     */
    public static JsonObject toTree(ApiObject<?> object) {
        var sink = new TreeSink();
        new SchemaWriter(sink).write(object);
        return (JsonObject) sink.result();
    }

    /**
     * The tree of a value.
     *
     * @param schema the schema of its type
     * @param value the value
     * @param <T> its type
     * @return its tree, without {@code apiVersion} and {@code kind}
     */
    public static <T> JsonObject toTree(Schema<T> schema, T value) {
        var sink = new TreeSink();
        new SchemaWriter(sink).write(schema, value);
        return (JsonObject) sink.result();
    }

    /**
     * The tree of the value of one field.
     *
     * @param field the field
     * @param value its value, as {@link Schema#get} gives it
     * @return its tree, or null if an encoder leaves the field out
     */
    public static @Nullable Json toTree(Field field, @Nullable Object value) {
        if (field.omits(value)) {
            return null;
        }
        var sink = new TreeSink();
        new SchemaWriter(sink).field(field, value);
        return sink.result();
    }

    /**
     * The object that a tree describes.
     *
     * @param kind the kind it must be of; {@code apiVersion} and {@code kind} may be missing and may not say otherwise
     * @param tree the tree; {@link Json#NULL} gives the empty object
     * @param strictness what to do with unknown fields
     * @param <T> the type of the object
     * @return the object
     * @throws DecodingException if a value has the wrong type, the object is of another kind, or {@code strictness} refuses it
     */
    public static <T extends ApiObject<T>> T fromTree(Kind<T> kind, Json tree, Strictness strictness) {
        return new Decoding(strictness, Interner.NONE).object(kind, tokens(tree));
    }

    /**
     * The value that a tree describes.
     *
     * @param schema the schema of its type
     * @param tree the tree; {@link Json#NULL} gives the empty value
     * @param strictness what to do with unknown fields
     * @param <T> the type of the value
     * @return the value
     * @throws DecodingException if a value has the wrong type, or {@code strictness} refuses it
     */
    public static <T> T fromTree(Schema<T> schema, Json tree, Strictness strictness) {
        return new Decoding(strictness, Interner.NONE).value(schema, tokens(tree));
    }

    private static Tokens tokens(Json tree) {
        var tokens = new TreeTokens(tree);
        tokens.next();
        return tokens;
    }
}
