package io.podium.apiserver.validation;

import io.podium.api.meta.Json;
import io.podium.api.meta.StatusCause;
import io.podium.api.meta.StatusCauseBuilder;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Schema;
import io.podium.codec.Trees;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with an object: one cause a rule that it breaks, in the order in which the rules were checked, with Kubernetes'
 * cause reasons and the beginnings of its messages.
 */
public final class Problems {
    private final List<StatusCause> causes = new ArrayList<>();

    /** None yet. */
    public Problems() {}

    /**
     * A value is missing.
     *
     * @param path the field
     * @param detail what has to be said, or empty
     */
    public void required(Path path, String detail) {
        add("FieldValueRequired", path, "Required value" + (detail.isEmpty() ? "" : ": " + detail));
    }

    /**
     * A value breaks a rule.
     *
     * @param path the field
     * @param value the value, printed as JSON prints it
     * @param detail the rule
     */
    public void invalid(Path path, @Nullable Object value, String detail) {
        add("FieldValueInvalid", path, "Invalid value: " + print(value) + ": " + detail);
    }

    /**
     * A value is none of those allowed.
     *
     * @param path the field
     * @param value the value
     * @param supported the values allowed, in the order to print
     */
    public void notSupported(Path path, Object value, List<String> supported) {
        var quoted = supported.stream().map(each -> '"' + each + '"').toList();
        add(
                "FieldValueNotSupported",
                path,
                "Unsupported value: " + print(value) + ": supported values: " + String.join(", ", quoted));
    }

    /**
     * A value that must be unique is there twice.
     *
     * @param path the field
     * @param value the value
     */
    public void duplicate(Path path, Object value) {
        add("FieldValueDuplicate", path, "Duplicate value: " + print(value));
    }

    /**
     * A field must not be set here.
     *
     * @param path the field
     * @param detail why not
     */
    public void forbidden(Path path, String detail) {
        add("FieldValueForbidden", path, "Forbidden: " + detail);
    }

    /**
     * A value names something that is not there.
     *
     * @param path the field
     * @param value the value
     */
    public void notFound(Path path, Object value) {
        add("FieldValueNotFound", path, "Not found: " + print(value));
    }

    /**
     * A value is too long.
     *
     * @param path the field
     * @param most how many bytes are allowed
     */
    public void tooLong(Path path, int most) {
        add("FieldValueTooLong", path, "Too long: may not be more than " + most + " bytes");
    }

    /**
     * A list has too many elements.
     *
     * @param path the field
     * @param count how many it has
     * @param most how many are allowed
     */
    public void tooMany(Path path, int count, int most) {
        add("FieldValueTooMany", path, "Too many: " + count + ": must have at most " + most + " items");
    }

    /**
     * A value has another JSON type than its field.
     *
     * @param path the field
     * @param value the value
     * @param detail the type expected
     */
    public void typeInvalid(Path path, @Nullable Object value, String detail) {
        add("FieldValueTypeInvalid", path, "Invalid value: " + print(value) + ": " + detail);
    }

    /**
     * Several problems of one value, each a sentence.
     *
     * @param path the field
     * @param value the value
     * @param details what is wrong with it; nothing is added if empty
     */
    public void invalidAll(Path path, @Nullable Object value, List<String> details) {
        for (int i = 0; i < details.size(); i++) {
            invalid(path, value, details.get(i));
        }
    }

    /**
     * Whether nothing is wrong.
     *
     * @return true if no rule is broken
     */
    public boolean isEmpty() {
        return causes.isEmpty();
    }

    /**
     * How many rules are broken so far.
     *
     * @return the number of causes
     */
    public int count() {
        return causes.size();
    }

    /**
     * What is wrong.
     *
     * @return the causes, in order
     */
    public List<StatusCause> causes() {
        return List.copyOf(causes);
    }

    private void add(String reason, Path path, String message) {
        causes.add(new StatusCauseBuilder()
                .reason(reason)
                .field(path.toString())
                .message(message)
                .build());
    }

    /** As JSON prints it, so that a user finds in the message what the manifest says. */
    private static String print(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> Json.of(text).toString();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> print(entry.getKey()) + ":" + print(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case Collection<?> items -> items.stream().map(Problems::print).collect(Collectors.joining(",", "[", "]"));
            case Record struct when struct.getClass().isAnnotationPresent(ApiType.class) -> struct(struct);
            default -> String.valueOf(value);
        };
    }

    @SuppressWarnings("unchecked") // the schema of a record's own class
    private static String struct(Record struct) {
        return Trees.toTree((Schema<Record>) Schema.of(struct.getClass()), struct)
                .toString();
    }
}
