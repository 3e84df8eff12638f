package io.podium.agent;

import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Replaces references to variables as Kubernetes does: {@code $(NAME)} by the variable's value, or by itself if there is none; {@code $$} by
 * one dollar sign. Anything else stays.
 */
final class Expansion {
    private Expansion() {}

    /** Expands a text in which every reference must have a value. */
    static String expandAll(String text, Function<String, @Nullable String> values) throws ConfigFailure {
        var missing = new TreeSet<String>();
        var expanded = expand(text, name -> {
            var value = values.apply(name);
            if (value == null || value.isEmpty()) {
                missing.add(name);
            }
            return value;
        });
        if (!missing.isEmpty()) {
            throw new ConfigFailure("missing value for " + String.join(", ", missing));
        }
        return expanded;
    }

    static String expand(String text, Function<String, @Nullable String> values) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        var expanded = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '$' || at + 1 == text.length()) {
                expanded.append(c);
                at++;
            } else if (text.charAt(at + 1) == '(') {
                at = expandReference(text, at, values, expanded);
            } else if (text.charAt(at + 1) == '$') {
                expanded.append('$');
                at += 2;
            } else {
                expanded.append(c).append(text.charAt(at + 1));
                at += 2;
            }
        }
        return expanded.toString();
    }

    private static int expandReference(
            String text, int at, Function<String, @Nullable String> values, StringBuilder expanded) {
        int end = text.indexOf(')', at);
        if (end < 0) {
            expanded.append("$(");
            return at + 2;
        }
        var name = text.substring(at + 2, end);
        var value = values.apply(name);
        expanded.append(value != null ? value : "$(" + name + ")");
        return end + 1;
    }
}
