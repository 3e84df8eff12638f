package io.podium.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a field is in an object, from its root.
 *
 * @param steps the way there; none leads to the object itself
 */
public record FieldPath(List<Step> steps) {
    /** The object itself. */
    public static final FieldPath ROOT = new FieldPath(List.of());

    /** Copies the steps. */
    public FieldPath {
        steps = List.copyOf(steps);
    }

    /** One step down. Its text is how Kubernetes writes it in messages. */
    public sealed interface Step {
        /**
         * Into a field of an object.
         *
         * @param name its JSON name
         */
        record Name(String name) implements Step {
            @Override
            public String toString() {
                return "." + name;
            }
        }

        /**
         * Into an entry of a map.
         *
         * @param key its key
         */
        record Entry(String key) implements Step {
            @Override
            public String toString() {
                return "[" + key + "]";
            }
        }

        /**
         * Into an element of a list whose elements are told apart by some of their fields.
         *
         * @param keys the values of these fields, by name
         */
        record Element(Map<String, Object> keys) implements Step {
            @Override
            public String toString() {
                return keys.entrySet().stream()
                        .map(key -> key.getKey() + "=" + quoted(key.getValue()))
                        .collect(Collectors.joining(",", "[", "]"));
            }
        }

        /**
         * Into an element of a list of distinct values.
         *
         * @param value the element
         */
        record Value(Object value) implements Step {
            @Override
            public String toString() {
                return "[=" + quoted(value) + "]";
            }
        }

        private static String quoted(Object value) {
            return value instanceof String text ? '"' + text + '"' : value.toString();
        }
    }

    /**
     * One step further.
     *
     * @param step the step
     * @return the path there
     */
    public FieldPath then(Step step) {
        var further = new ArrayList<>(steps);
        further.add(step);
        return new FieldPath(further);
    }

    /**
     * Whether another path leads here or further down from here.
     *
     * @param other the other path
     * @return true if this is where the other path begins
     */
    public boolean contains(FieldPath other) {
        return other.steps.size() >= steps.size()
                && other.steps.subList(0, steps.size()).equals(steps);
    }

    /**
     * The path as messages write it.
     *
     * @return for example {@code .spec.containers[name="app"].image}, empty for the root
     */
    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining());
    }
}
