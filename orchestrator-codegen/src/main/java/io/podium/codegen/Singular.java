package io.podium.codegen;

import java.util.List;

/** The English singular of a property's name, as far as the names of APIs need it. */
final class Singular {
    private static final List<String> ES = List.of("sses", "shes", "ches", "xes", "zes", "tuses", "iases");

    private Singular() {}

    /** The singular, or the same name if none is known. */
    static String of(String plural) {
        if (plural.endsWith("ies") && plural.length() > 3) {
            return cut(plural, 3) + "y";
        }
        if (ES.stream().anyMatch(plural::endsWith)) {
            return cut(plural, 2);
        }
        if (plural.endsWith("s") && !plural.endsWith("ss") && !plural.endsWith("us") && plural.length() > 1) {
            return cut(plural, 1);
        }
        return plural;
    }

    private static String cut(String text, int count) {
        return text.substring(0, text.length() - count);
    }
}
