package io.podium.patch.apply;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonNumber;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;
import io.podium.api.meta.Sorted;
import io.podium.codec.JsonReader;
import io.podium.codec.Strictness;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Collectors;

/** One step of the path to a field: down into an object, or to an element of a list. */
public sealed interface PathElement extends Comparable<PathElement> {

    /**
     * A field of an object, or a key of a map.
     *
     * @param name its name
     */
    record Name(String name) implements PathElement {
        @Override
        public String encoded() {
            return "f:" + name;
        }

        @Override
        public String toString() {
            return "." + name;
        }
    }

    /**
     * The element of a list whose key fields have these values.
     *
     * @param fields the key fields
     */
    record Key(JsonObject fields) implements PathElement {
        @Override
        public String encoded() {
            return "k:" + fields;
        }

        @Override
        public String toString() {
            return fields.fields().entrySet().stream()
                    .map(field -> field.getKey() + "=" + field.getValue())
                    .collect(Collectors.joining(",", "[", "]"));
        }
    }

    /**
     * The element of a set that is this value.
     *
     * @param value the value
     */
    record Value(Json value) implements PathElement {
        @Override
        public String encoded() {
            return "v:" + value;
        }

        @Override
        public String toString() {
            return "[=" + value + "]";
        }
    }

    /**
     * The element of a list at a position. Nothing here makes one, but objects of other servers may carry it.
     *
     * @param index the position, from 0
     */
    record Index(int index) implements PathElement {
        @Override
        public String encoded() {
            return "i:" + index;
        }

        @Override
        public String toString() {
            return "[" + index + "]";
        }
    }

    /**
     * The step as a field of {@code fieldsV1} is called.
     *
     * @return for example {@code f:spec} or {@code k:{"name":"app"}}
     */
    String encoded();

    /**
     * Reads a step.
     *
     * @param encoded the name of a field of {@code fieldsV1}
     * @return the step
     * @throws IllegalArgumentException if it is none
     */
    static PathElement parse(String encoded) {
        if (encoded.length() < 2 || encoded.charAt(1) != ':') {
            throw new IllegalArgumentException("\"" + encoded + "\" is no path element of fieldsV1");
        }
        var rest = encoded.substring(2);
        return switch (encoded.charAt(0)) {
            case 'f' -> new Name(rest);
            case 'k' -> new Key((JsonObject) json(rest));
            case 'v' -> new Value(json(rest));
            case 'i' -> new Index(Integer.parseInt(rest));
            default -> throw new IllegalArgumentException("\"" + encoded + "\" is no path element of fieldsV1");
        };
    }

    private static Json json(String text) {
        return JsonReader.plain().readTree(text.getBytes(StandardCharsets.UTF_8), Strictness.ignoring());
    }

    /** Names first, then keys, values and positions; each kind in its own order. */
    @Override
    default int compareTo(PathElement other) {
        if (this instanceof Name a && other instanceof Name b) {
            return Sorted.ORDER.compare(a.name, b.name);
        }
        if (this instanceof Key a && other instanceof Key b) {
            return compareKeys(a.fields, b.fields);
        }
        if (this instanceof Value a && other instanceof Value b) {
            return compareValues(a.value, b.value);
        }
        if (this instanceof Index a && other instanceof Index b) {
            return Integer.compare(a.index, b.index);
        }
        return Integer.compare(rank(), other.rank());
    }

    private int rank() {
        return switch (this) {
            case Name name -> 0;
            case Key key -> 1;
            case Value value -> 2;
            case Index index -> 3;
        };
    }

    private static int compareKeys(JsonObject a, JsonObject b) {
        var others = b.fields().entrySet().iterator();
        for (var field : a.fields().entrySet()) {
            if (!others.hasNext()) {
                return 1;
            }
            var other = others.next();
            int order = Sorted.ORDER.compare(field.getKey(), other.getKey());
            order = order != 0 ? order : compareValues(field.getValue(), other.getValue());
            if (order != 0) {
                return order;
            }
        }
        return others.hasNext() ? -1 : 0;
    }

    private static int compareValues(Json a, Json b) {
        if (a instanceof JsonNumber x && b instanceof JsonNumber y) {
            return x.isWhole() && y.isWhole()
                    ? Long.compare(x.longValue(), y.longValue())
                    : Double.compare(x.doubleValue(), y.doubleValue());
        }
        if (a instanceof JsonString x && b instanceof JsonString y) {
            return Sorted.ORDER.compare(x.value(), y.value());
        }
        return BY_KIND.compare(a, b);
    }

    /** Numbers before strings before all else, which hardly ever identifies an element. */
    Comparator<Json> BY_KIND = Comparator.<Json>comparingInt(
                    value -> value instanceof JsonNumber ? 0 : value instanceof JsonString ? 1 : 2)
            .thenComparing(Json::toString);
}
