package io.podium.patch;

import java.util.ArrayList;
import java.util.List;

/**
 * The path to a value within a JSON document (RFC 6901).
 *
 * @param text the path as it was written
 * @param steps names of fields and positions of items, outermost first
 */
record JsonPointer(String text, List<String> steps) {

    /** Copies the steps. */
    JsonPointer {
        steps = List.copyOf(steps);
    }

    static JsonPointer parse(String text) {
        var steps = new ArrayList<String>();
        if (!text.isEmpty()) {
            if (text.charAt(0) != '/') {
                throw PatchException.unfit(
                        "path \"" + text + "\" does not begin with a slash; write \"/" + text + "\"");
            }
            for (var step : text.substring(1).split("/", -1)) {
                steps.add(step.replace("~1", "/").replace("~0", "~"));
            }
        }
        return new JsonPointer(text, steps);
    }

    boolean isRoot() {
        return steps.isEmpty();
    }

    /** Whether the place lies strictly inside the value that another path leads to. */
    boolean isInside(JsonPointer other) {
        return steps.size() > other.steps.size()
                && steps.subList(0, other.steps.size()).equals(other.steps);
    }

    @Override
    public String toString() {
        return text;
    }
}
