package io.podium.codec;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.Kind;
import io.podium.api.schema.Schema;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Reads objects and trees from JSON text, as leniently as Kubernetes does: field names are case-sensitive, {@code null} is as good as
 * absent, in a list or map it stands for the zero value, of a duplicate field the last one counts, a whole number has no fraction
 * and no exponent. Text may be nested {@value #MAX_DEPTH} levels deep.
 */
public final class JsonReader {
    /** How deep objects and arrays may be nested. */
    public static final int MAX_DEPTH = JsonText.MAX_DEPTH;

    private static final JsonReader PLAIN = new JsonReader(Interner.NONE);

    private final Interner interner;

    /**
     * A reader that gives equal strings one instance.
     *
     * @param interner what the reader passes field values and map keys through
     */
    public JsonReader(Interner interner) {
        this.interner = interner;
    }

    /**
     * A reader that interns nothing.
     *
     * @return a shared reader
     */
    public static JsonReader plain() {
        return PLAIN;
    }

    /**
     * Reads one object of a kind.
     *
     * @param kind the kind it must be of; {@code apiVersion} and {@code kind} may be missing and may not say otherwise
     * @param json UTF-8 text of one JSON object, or {@code null} for the empty object
     * @param strictness what to do with unknown and duplicate fields
     * @param <T> the type of the object
     * @return the object
     * @throws DecodingException if the text is malformed, a value has the wrong type, the object is of another kind, or
     *     {@code strictness} refuses it
     */
    public <T extends ApiObject<T>> T read(Kind<T> kind, byte[] json, Strictness strictness) {
        return parse(json, tokens -> new Decoding(strictness, interner).object(kind, tokens));
    }

    /**
     * Reads one value.
     *
     * @param schema the schema of its type
     * @param json UTF-8 text of one JSON object, or {@code null} for the empty object
     * @param strictness what to do with unknown and duplicate fields
     * @param <T> its type
     * @return the value
     * @throws DecodingException if the text is malformed, a value has the wrong type, or {@code strictness} refuses it
     */
    public <T> T read(Schema<T> schema, byte[] json, Strictness strictness) {
        return parse(json, tokens -> new Decoding(strictness, interner).value(schema, tokens));
    }

    /**
     * Reads one value out of a longer text.
     *
     * @param schema the schema of its type
     * @param parser stands on the first token of the value; stands on the last one afterwards
     * @param strictness what to do with unknown and duplicate fields
     * @param <T> its type
     * @return the value
     * @throws DecodingException if the text is malformed, a value has the wrong type, or {@code strictness} refuses it
     */
    public <T> T read(Schema<T> schema, JsonParser parser, Strictness strictness) {
        try {
            return new Decoding(strictness, interner).value(schema, new ParserTokens(parser));
        } catch (JacksonException e) {
            throw JsonText.malformed(e);
        }
    }

    /**
     * Reads a tree.
     *
     * @param json UTF-8 text of one JSON value
     * @param strictness what to do with duplicate fields
     * @return the tree
     * @throws DecodingException if the text is malformed, or {@code strictness} refuses it
     */
    public Json readTree(byte[] json, Strictness strictness) {
        return parse(json, tokens -> {
            var tree = TreeReader.read(tokens, strictness, interner);
            strictness.finish();
            return tree;
        });
    }

    private static <R> R parse(byte[] json, Function<Tokens, R> reading) {
        try (var parser = JsonText.FACTORY.createParser(ObjectReadContext.empty(), json)) {
            var tokens = new ParserTokens(parser);
            if (tokens.next() == JsonToken.NOT_AVAILABLE) {
                throw new DecodingException("", "the document is empty; expected a JSON value");
            }
            var result = reading.apply(tokens);
            if (tokens.next() != JsonToken.NOT_AVAILABLE) {
                throw new DecodingException("", "line " + tokens.line() + ": text after the end of the JSON value");
            }
            return result;
        } catch (JacksonException e) {
            throw JsonText.malformed(e);
        }
    }
}
