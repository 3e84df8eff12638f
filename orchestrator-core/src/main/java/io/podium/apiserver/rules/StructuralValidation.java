package io.podium.apiserver.rules;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonBool;
import io.podium.api.meta.JsonNull;
import io.podium.api.meta.JsonNumber;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Checks a value against an OpenAPI v3 schema, as Kubernetes does for custom resources. */
final class StructuralValidation {
    /** Beyond it a double has no room for each integer. */
    private static final double MAX_EXACT = 0x1p53 - 1;

    private StructuralValidation() {}

    /** Checks an object without its metadata. */
    static void validate(JsonObject schema, JsonObject object, Problems problems) {
        validate(schema, object, null, problems);
    }

    private static void validate(JsonObject schema, Json value, @Nullable Path path, Problems problems) {
        if (value instanceof JsonNull && StructuralSchema.isTrue(schema, "nullable")) {
            return;
        }
        if (!hasType(schema, value)) {
            problems.typeInvalid(
                    at(path),
                    nameOf(value),
                    at(path) + " in body must be of type " + StructuralSchema.text(schema, "type") + ": \""
                            + nameOf(value) + '"');
        }
        validateEnum(schema, value, path, problems);
        switch (value) {
            case JsonObject object -> validateObject(schema, object, path, problems);
            case JsonArray array -> validateArray(schema, array, path, problems);
            case JsonString text -> validateText(schema, text.asText().orElse(""), path, problems);
            case JsonNumber number -> validateNumber(schema, number, path, problems);
            case JsonBool flag -> {
                // the type is all there is to it
            }
            case JsonNull none -> {
                // the type is all there is to it
            }
        }
        validateCombinations(schema, value, path, problems);
    }

    private static boolean hasType(JsonObject schema, Json value) {
        if (StructuralSchema.isTrue(schema, "x-kubernetes-int-or-string")) {
            return value instanceof JsonString || value instanceof JsonNumber number && isInteger(number);
        }
        return switch (StructuralSchema.text(schema, "type")) {
            case "object" -> value instanceof JsonObject;
            case "array" -> value instanceof JsonArray;
            case "string" -> value instanceof JsonString;
            case "boolean" -> value instanceof JsonBool;
            case "integer" -> value instanceof JsonNumber number && isInteger(number);
            case "number" -> value instanceof JsonNumber;
            default -> true;
        };
    }

    /** Whether a number has no fraction, however it was written. */
    private static boolean isInteger(JsonNumber number) {
        double value = number.doubleValue();
        return number.isWhole() || value == Math.rint(value) && Math.abs(value) <= MAX_EXACT;
    }

    private static String nameOf(Json value) {
        return switch (value) {
            case JsonObject object -> "object";
            case JsonArray array -> "array";
            case JsonString text -> "string";
            case JsonBool flag -> "boolean";
            case JsonNull none -> "null";
            case JsonNumber number -> number.isWhole() ? "integer" : "number";
        };
    }

    private static void validateEnum(JsonObject schema, Json value, @Nullable Path path, Problems problems) {
        if (schema.get("enum") instanceof JsonArray allowed && !allowed.items().contains(value)) {
            var supported = allowed.items().stream()
                    .map(each -> each.asText().orElse(each.toString()))
                    .toList();
            problems.notSupported(
                    at(path), value.asText().<Object>map(text -> text).orElse(value), supported);
        }
    }

    private static void validateObject(JsonObject schema, JsonObject object, @Nullable Path path, Problems problems) {
        if (schema.get("required") instanceof JsonArray required) {
            for (var name : required.items()) {
                var field = name.asText().orElse("");
                if (!object.has(field)) {
                    problems.required(child(path, field), "");
                }
            }
        }
        var properties = StructuralSchema.properties(schema);
        var additional = StructuralSchema.additional(schema);
        for (var entry : object.fields().entrySet()) {
            var field = StructuralSchema.of(properties, entry.getKey());
            if (field != null) {
                validate(field, entry.getValue(), child(path, entry.getKey()), problems);
            } else if (additional != null) {
                validate(additional, entry.getValue(), child(path, entry.getKey()), problems);
            }
        }
        int size = object.fields().size();
        var most = StructuralSchema.number(schema, "maxProperties");
        if (most != null && size > most) {
            problems.tooMany(at(path), size, most.intValue());
        }
        var least = StructuralSchema.number(schema, "minProperties");
        if (least != null && size < least) {
            problems.invalid(
                    at(path), size, at(path) + " in body should have at least " + least.intValue() + " properties");
        }
    }

    private static void validateArray(JsonObject schema, JsonArray array, @Nullable Path path, Problems problems) {
        if (schema.get("items") instanceof JsonObject items) {
            for (int i = 0; i < array.size(); i++) {
                validate(items, array.get(i), at(path).index(i), problems);
            }
        }
        var most = StructuralSchema.number(schema, "maxItems");
        if (most != null && array.size() > most) {
            problems.tooMany(at(path), array.size(), most.intValue());
        }
        var least = StructuralSchema.number(schema, "minItems");
        if (least != null && array.size() < least) {
            problems.invalid(
                    at(path), array.size(), at(path) + " in body should have at least " + least.intValue() + " items");
        }
        validateUnique(schema, array, path, problems);
    }

    private static void validateUnique(JsonObject schema, JsonArray array, @Nullable Path path, Problems problems) {
        var type = StructuralSchema.text(schema, "x-kubernetes-list-type");
        boolean unique = StructuralSchema.isTrue(schema, "uniqueItems");
        if (!unique && !type.equals("set") && !type.equals("map")) {
            return;
        }
        var seen = new HashSet<Object>(); // only asked
        for (int i = 0; i < array.size(); i++) {
            var item = array.get(i);
            if (item instanceof JsonNull) {
                continue; // its type is wrong already
            }
            if (type.equals("map") && !(item instanceof JsonObject)) {
                problems.invalid(at(path).index(i), item, "must be an object for an array of list-type map");
            } else if (!seen.add(type.equals("map") ? keys(schema, item) : item)) {
                problems.duplicate(
                        at(path).index(i),
                        item.asText().<Object>map(text -> text).orElse(item));
            }
        }
    }

    private static List<Json> keys(JsonObject schema, Json item) {
        var keys = new ArrayList<Json>();
        if (schema.get("x-kubernetes-list-map-keys") instanceof JsonArray names) {
            for (var name : names.items()) {
                keys.add(item.at(name.asText().orElse("")).orElse(Json.NULL));
            }
        }
        return keys;
    }

    private static void validateText(JsonObject schema, String text, @Nullable Path path, Problems problems) {
        int length = text.codePointCount(0, text.length());
        var most = StructuralSchema.number(schema, "maxLength");
        if (most != null && length > most) {
            problems.tooLong(at(path), most.intValue());
        }
        var least = StructuralSchema.number(schema, "minLength");
        if (least != null && length < least) {
            problems.invalid(
                    at(path), text, at(path) + " in body should be at least " + least.intValue() + " chars long");
        }
        var pattern = StructuralSchema.text(schema, "pattern");
        if (!pattern.isEmpty() && !matches(pattern, text)) {
            problems.invalid(at(path), text, at(path) + " in body should match '" + pattern + "'");
        }
    }

    private static boolean matches(String pattern, String text) {
        try {
            return Pattern.compile(pattern).matcher(text).find();
        } catch (PatternSyntaxException malformed) {
            return false;
        }
    }

    private static void validateNumber(JsonObject schema, JsonNumber number, @Nullable Path path, Problems problems) {
        double value = number.doubleValue();
        var least = StructuralSchema.number(schema, "minimum");
        if (least != null) {
            boolean open = StructuralSchema.isTrue(schema, "exclusiveMinimum");
            if (value < least || open && value == least) {
                problems.invalid(
                        at(path),
                        number,
                        at(path) + " in body should be greater than " + (open ? "" : "or equal to ") + plain(least));
            }
        }
        var most = StructuralSchema.number(schema, "maximum");
        if (most != null) {
            boolean open = StructuralSchema.isTrue(schema, "exclusiveMaximum");
            if (value > most || open && value == most) {
                problems.invalid(
                        at(path),
                        number,
                        at(path) + " in body should be less than " + (open ? "" : "or equal to ") + plain(most));
            }
        }
        var factor = StructuralSchema.number(schema, "multipleOf");
        if (factor != null && factor != 0 && value / factor != Math.rint(value / factor)) {
            problems.invalid(at(path), number, at(path) + " in body should be a multiple of " + plain(factor));
        }
    }

    private static String plain(double number) {
        return JsonNumber.of(number).toString();
    }

    private static void validateCombinations(JsonObject schema, Json value, @Nullable Path path, Problems problems) {
        if (schema.get("allOf") instanceof JsonArray all) {
            for (var each : all.items()) {
                if (each instanceof JsonObject part) {
                    validate(part, value, path, problems);
                }
            }
        }
        if (schema.get("anyOf") instanceof JsonArray any && fitting(any, value, path) == 0) {
            problems.invalid(at(path), value, at(path) + " in body must validate at least one schema (anyOf)");
        }
        if (schema.get("oneOf") instanceof JsonArray one && fitting(one, value, path) != 1) {
            problems.invalid(at(path), value, at(path) + " in body must validate one and only one schema (oneOf)");
        }
        if (schema.get("not") instanceof JsonObject not && fits(not, value, path)) {
            problems.invalid(at(path), value, at(path) + " in body must not validate the schema (not)");
        }
    }

    private static long fitting(JsonArray schemas, Json value, @Nullable Path path) {
        return schemas.items().stream()
                .filter(schema -> schema instanceof JsonObject part && fits(part, value, path))
                .count();
    }

    private static boolean fits(JsonObject schema, Json value, @Nullable Path path) {
        var problems = new Problems();
        validate(schema, value, path, problems);
        return problems.isEmpty();
    }

    private static Path child(@Nullable Path path, String name) {
        return path == null ? Path.of(name) : path.child(name);
    }

    private static Path at(@Nullable Path path) {
        return path == null ? Path.of("") : path;
    }
}
