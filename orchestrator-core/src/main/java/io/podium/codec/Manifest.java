package io.podium.codec;

import io.podium.api.meta.ApiObject;
import java.util.List;

/**
 * What a manifest describes.
 *
 * @param objects the objects, in the order of the text; those of a {@code List} stand in its place
 * @param warnings a sentence for each unknown or duplicate field, naming document, line, path and value; empty where these are errors
 *     or ignored
 */
public record Manifest(List<ApiObject<?>> objects, List<String> warnings) {
    /** Copies the lists. */
    public Manifest {
        objects = List.copyOf(objects);
        warnings = List.copyOf(warnings);
    }
}
