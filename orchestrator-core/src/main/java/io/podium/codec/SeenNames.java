package io.podium.codec;

import java.util.HashSet;
import java.util.Set;

/** The names met in one JSON object or map, to report those that come twice. */
final class SeenNames {
    private final Strictness strictness;
    private final Set<String> names = new HashSet<>();

    SeenNames(Strictness strictness) {
        this.strictness = strictness;
    }

    /** Takes the name that the walk stands on. */
    void see(String name, Tokens in) {
        if (!names.add(name)) {
            strictness.report(FieldProblem.Fault.DUPLICATE, in.path(), in.line());
        }
    }
}
