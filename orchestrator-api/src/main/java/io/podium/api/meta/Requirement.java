package io.podium.api.meta;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One demand on the labels of an object, such as {@code app=web}, {@code tier in (a,b)} or {@code !canary}.
 *
 * @param key the key of the label
 * @param operator what is demanded of it
 * @param values the values it is compared with, sorted and each once: at least one for {@code IN} and {@code NOT_IN}, none for
 *     {@code EXISTS} and {@code DOES_NOT_EXIST}, one whole number for {@code GREATER_THAN} and {@code LESS_THAN}
 */
public record Requirement(String key, Operator operator, List<String> values) {

    /** What may be demanded of a label. */
    public enum Operator {
        /** The label is there with one of the values. */
        IN("In"),
        /** The label is not there, or has none of the values. */
        NOT_IN("NotIn"),
        /** The label is there. */
        EXISTS("Exists"),
        /** The label is not there. */
        DOES_NOT_EXIST("DoesNotExist"),
        /** The label is there with a whole number greater than the value. */
        GREATER_THAN("Gt"),
        /** The label is there with a whole number less than the value. */
        LESS_THAN("Lt");

        private final String word;

        Operator(String word) {
            this.word = word;
        }

        /**
         * Finds the operator that an object names.
         *
         * @param word one of {@code In NotIn Exists DoesNotExist Gt Lt}
         * @return the operator
         * @throws IllegalArgumentException if there is no such operator
         */
        public static Operator of(String word) {
            for (var operator : values()) {
                if (operator.word.equals(word)) {
                    return operator;
                }
            }
            throw new IllegalArgumentException(
                    "\"" + word + "\" is not a valid label selector operator; use In, NotIn, Exists or DoesNotExist");
        }

        /** The word by which objects name it. */
        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * Checks key and values, and sorts the values.
     *
     * @throws IllegalArgumentException if the key is no label key, a value no label value, or their number does not fit the operator
     */
    public Requirement {
        values = values.stream().sorted(Sorted.ORDER).distinct().toList();
        check("key", key, Labels.keyProblems(key));
        switch (operator) {
            case IN, NOT_IN ->
                demand(!values.isEmpty(), "values", key, "for 'in', 'notin' operators, values set can't be empty");
            case EXISTS, DOES_NOT_EXIST ->
                demand(values.isEmpty(), "values", key, "values set must be empty for exists and does not exist");
            case GREATER_THAN, LESS_THAN -> {
                demand(values.size() == 1, "values", key, "for 'Gt', 'Lt' operators, exactly one value is required");
                demand(
                        number(values.getFirst()).isPresent(),
                        "values[0]",
                        values.getFirst(),
                        "for 'Gt', 'Lt' operators, the value must be an integer");
            }
        }
        for (int i = 0; i < values.size(); i++) {
            check("values[" + i + "][" + key + "]", values.get(i), Labels.valueProblems(values.get(i)));
        }
    }

    /**
     * A requirement.
     *
     * @param key the key of the label
     * @param operator what is demanded of it
     * @param values the values it is compared with
     * @return the requirement
     * @throws IllegalArgumentException as the constructor does
     */
    public static Requirement of(String key, Operator operator, String... values) {
        return new Requirement(key, operator, List.of(values));
    }

    /**
     * Whether labels meet this requirement.
     *
     * @param labels the labels of an object
     * @return whether they do
     */
    public boolean matches(Map<String, String> labels) {
        var value = labels.get(key);
        return switch (operator) {
            case IN -> value != null && values.contains(value);
            case NOT_IN -> value == null || !values.contains(value);
            case EXISTS -> value != null;
            case DOES_NOT_EXIST -> value == null;
            case GREATER_THAN -> compare(value) > 0;
            case LESS_THAN -> compare(value) < 0;
        };
    }

    /** How the label compares with the value; 0, which meets neither operator, if it is missing or no number. */
    private int compare(@Nullable String label) {
        var number = label == null ? OptionalLong.empty() : number(label);
        return number.isEmpty()
                ? 0
                : Long.compare(number.getAsLong(), number(values.getFirst()).orElseThrow());
    }

    private static OptionalLong number(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }

    private static void check(String field, String value, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    field + ": Invalid value: \"" + value + "\": " + String.join("; ", problems));
        }
    }

    private static void demand(boolean met, String field, String value, String rule) {
        if (!met) {
            throw new IllegalArgumentException(field + ": Invalid value: \"" + value + "\": " + rule);
        }
    }

    /** The requirement as it stands in a selector's text. */
    @Override
    public String toString() {
        boolean single = values.size() == 1;
        return switch (operator) {
            case IN -> single ? key + "=" + values.getFirst() : key + " in (" + String.join(",", values) + ")";
            case NOT_IN -> single ? key + "!=" + values.getFirst() : key + " notin (" + String.join(",", values) + ")";
            case EXISTS -> key;
            case DOES_NOT_EXIST -> "!" + key;
            case GREATER_THAN -> key + ">" + values.getFirst();
            case LESS_THAN -> key + "<" + values.getFirst();
        };
    }
}
