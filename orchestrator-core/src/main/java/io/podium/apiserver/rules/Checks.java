package io.podium.apiserver.rules;

import io.podium.api.meta.IntOrString;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks that many kinds make. */
final class Checks {
    private Checks() {}

    /** A number that may be absent and must not be negative. */
    static void notNegative(Path path, @Nullable Number number, Problems problems) {
        if (number != null && number.longValue() < 0) {
            problems.invalid(path, number, "must be greater than or equal to 0");
        }
    }

    /** A field that stays as it was created. */
    static void immutable(Path path, @Nullable Object now, @Nullable Object before, Problems problems) {
        if (!Objects.equals(now, before)) {
            problems.invalid(path, now, "field is immutable");
        }
    }

    /** One of a few values, in the order in which to print them. */
    static void oneOf(Path path, String value, List<String> supported, Problems problems) {
        if (!supported.contains(value)) {
            problems.notSupported(path, value, supported);
        }
    }

    /** One of a few values, which must be said. */
    static void requiredOneOf(Path path, String value, List<String> supported, Problems problems) {
        if (value.isEmpty()) {
            problems.required(path, "valid values: " + supported);
        } else {
            oneOf(path, value, supported, problems);
        }
    }

    /** A count or a percentage that is not negative. */
    static void countOrPercent(Path path, IntOrString value, Problems problems) {
        switch (value) {
            case IntOrString.Int(int number) -> notNegative(path, number, problems);
            case IntOrString.Text(String text) -> problems.invalidAll(path, text, Formats.percent(text));
        }
    }

    /** A percentage of at most 100; a count may be any. */
    static void atMostAll(Path path, IntOrString value, Problems problems) {
        if (percent(value) > 100) {
            problems.invalid(path, value, "must not be greater than 100%");
        }
    }

    /** The percentage that a value is, or -1 if it is none. */
    static int percent(IntOrString value) {
        if (!(value instanceof IntOrString.Text(String text))
                || !Formats.percent(text).isEmpty()) {
            return -1;
        }
        try {
            return Integer.parseInt(text.substring(0, text.length() - 1));
        } catch (NumberFormatException tooLarge) {
            return Integer.MAX_VALUE;
        }
    }
}
