package io.podium.codec;

import io.podium.api.meta.Json;
import org.jspecify.annotations.Nullable;

/**
 * A field that a decoder met and did not expect.
 *
 * @param fault what is wrong with it
 * @param path where it is, such as {@code spec.containers[0].bogus}
 * @param value the value of an unknown field, the key of one that is twice in YAML; null for one that is twice in JSON
 * @param line its line in the text, from 1, or 0 where there is no text
 */
public record FieldProblem(
        Fault fault, String path, @Nullable Json value, int line) {

    /** What can be wrong with a field. */
    public enum Fault {
        /** Its type has no such field. */
        UNKNOWN,
        /** The object has it twice; the last one counts. */
        DUPLICATE,
        /** The YAML mapping has it twice; the last one counts. */
        DUPLICATE_IN_YAML
    }

    /**
     * The problem in Kubernetes' words.
     *
     * @return for example {@code unknown field "spec.bogus"}
     */
    public String message() {
        return switch (fault) {
            case UNKNOWN -> "unknown field \"" + path + '"';
            case DUPLICATE -> "duplicate field \"" + path + '"';
            case DUPLICATE_IN_YAML -> "yaml: unmarshal errors:\n  " + lineAndKey();
        };
    }

    String lineAndKey() {
        return "line " + line + ": key " + value + " already set in map";
    }
}
