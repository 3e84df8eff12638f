package io.podium.testkit.golden;

import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonBool;
import io.podium.api.meta.JsonNumber;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;
import io.podium.api.schema.Field;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.FieldType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares a property of a recorded OpenAPI schema with a field of ours: its type, how lists and maps are divided, and its default. */
final class OpenApi {
    private OpenApi() {}

    static List<String> differences(JsonObject property, Field field, Map<String, JsonObject> schemas) {
        var differences = new ArrayList<String>();
        compare(differences, "type", type(property), type(field.type()));
        compare(differences, "list type", division(property, schemas), division(field));
        compare(
                differences,
                "list map keys",
                names(property, "x-kubernetes-list-map-keys"),
                field.merge().keys().toString());
        compare(
                differences,
                "merge key",
                Comparison.text(property, "x-kubernetes-patch-merge-key"),
                field.merge().patchKey());
        var strategy = Comparison.text(property, "x-kubernetes-patch-strategy");
        compare(
                differences,
                "merged",
                strategy.contains("merge") + "",
                field.merge().strategic() + "");
        compare(
                differences,
                "retains keys",
                strategy.contains("retainKeys") + "",
                field.merge().retainKeys() + "");
        var fallback = defaultOf(property);
        if (!fallback.isEmpty()) { // those that a server works out are not said there
            compare(differences, "default", fallback, field.defaultText() == null ? "" : field.defaultText());
        }
        return differences;
    }

    /** The name of the type that a property refers to, or null. */
    static @Nullable String reference(JsonObject property) {
        var direct = property.get("$ref");
        if (direct instanceof JsonString text) {
            return text.value().substring(text.value().lastIndexOf('/') + 1);
        }
        return property.get("allOf") instanceof JsonArray all
                        && all.size() == 1
                        && all.get(0) instanceof JsonObject only
                ? reference(only)
                : null;
    }

    private static void compare(List<String> differences, String what, String expected, String actual) {
        if (!expected.equals(actual)) {
            differences.add(what + " " + expected + ", got " + actual);
        }
    }

    private static String type(JsonObject property) {
        var reference = reference(property);
        if (reference != null) {
            return ofReference(reference.substring(reference.lastIndexOf('.') + 1));
        }
        var format = Comparison.text(property, "format");
        return switch (Comparison.text(property, "type")) {
            case "string" -> format.equals("byte") ? "BYTES" : "STRING";
            case "boolean" -> "BOOL";
            case "integer" -> format.equals("int64") ? "INT64" : "INT32";
            case "number" -> "DOUBLE";
            case "array" -> "list of " + type(inner(property, "items"));
            case "object" ->
                property.has("additionalProperties")
                        ? "map of " + type(inner(property, "additionalProperties"))
                        : "JSON";
            default -> "JSON";
        };
    }

    private static String ofReference(String name) {
        return switch (name) {
            case "Quantity" -> "QUANTITY";
            case "IntOrString" -> "INT_OR_STRING";
            case "Time" -> "TIME";
            case "MicroTime" -> "MICRO_TIME";
            case "FieldsV1", "RawExtension" -> "JSON";
            default -> "struct";
        };
    }

    private static String type(FieldType type) {
        return switch (type) {
            case Scalar scalar -> scalar.name();
            case FieldType.ListOf list -> "list of " + type(list.element());
            case FieldType.MapOf map -> "map of " + type(map.value());
            case FieldType.Struct struct -> "struct";
            case FieldType.Inline inline -> "struct";
        };
    }

    /** How a value is divided among its owners; a list is not, unless it says so, nor is a type that says so. */
    private static String division(JsonObject property, Map<String, JsonObject> schemas) {
        var reference = reference(property);
        var own = Comparison.text(property, "x-kubernetes-list-type")
                + Comparison.text(property, "x-kubernetes-map-type");
        var division = own.isEmpty() && reference != null
                ? Comparison.text(schemas.getOrDefault(reference, JsonObject.EMPTY), "x-kubernetes-map-type")
                : own;
        boolean list = Comparison.text(property, "type").equals("array");
        return division.isEmpty() || division.equals("granular") ? (list ? "atomic" : "") : division;
    }

    private static String division(Field field) {
        boolean list = field.type() instanceof FieldType.ListOf;
        return switch (field.merge().granularity()) {
            case DEFAULT -> list ? "atomic" : "";
            case ATOMIC -> "atomic";
            case BY_VALUE -> "set";
            case BY_KEY -> "map";
        };
    }

    private static String names(JsonObject property, String name) {
        return property.get(name) instanceof JsonArray names
                ? names.items().stream()
                        .map(each -> each.asText().orElse(""))
                        .toList()
                        .toString()
                : "[]";
    }

    /** A default that says something: zero and empty ones only tell that a field is always there. */
    private static String defaultOf(JsonObject property) {
        return switch (property.get("default")) {
            case JsonString text -> text.value();
            case JsonNumber number when number.doubleValue() != 0 -> number.toString();
            case JsonBool bool when bool == JsonBool.TRUE -> "true";
            case null, default -> "";
        };
    }

    private static JsonObject inner(JsonObject property, String name) {
        return property.get(name) instanceof JsonObject inner ? inner : JsonObject.EMPTY;
    }
}
