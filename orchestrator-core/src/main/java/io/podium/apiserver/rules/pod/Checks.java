package io.podium.apiserver.rules.pod;

import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that many fields share. */
final class Checks {
    private static final int MAX_MODE = 0777;
    static final String UNIQUE = "must be unique";

    private Checks() {}

    /** A value that must be there and be one of a few. */
    static void oneOf(String value, List<String> supported, Path path, Problems problems) {
        if (value.isEmpty()) {
            problems.required(path, "");
        } else {
            supported(value, supported, path, problems);
        }
    }

    /** A value that, if it is there, must be one of a few. */
    static void supported(@Nullable String value, List<String> supported, Path path, Problems problems) {
        if (value != null && !supported.contains(value)) {
            problems.notSupported(path, value, supported);
        }
    }

    /** A text that must be there. */
    static void required(String value, Path parent, String field, Problems problems) {
        if (value.isEmpty()) {
            problems.required(parent.child(field), "");
        }
    }

    /** A DNS label that must be there. */
    static void requiredLabel(String value, Path parent, String field, Problems problems) {
        if (value.isEmpty()) {
            problems.required(parent.child(field), "");
        } else {
            problems.invalidAll(parent.child(field), value, Formats.dns1123Label(value));
        }
    }

    static void notNegative(long value, Path parent, String field, Problems problems) {
        if (value < 0) {
            problems.invalid(parent.child(field), value, "must be greater than or equal to 0");
        }
    }

    /** The id of a user or a group. */
    static void id(@Nullable Long value, Path parent, String field, Problems problems) {
        if (value != null) {
            problems.invalidAll(parent.child(field), value, Formats.inRange(value, 0, Integer.MAX_VALUE));
        }
    }

    /** The permission bits of files. */
    static void mode(@Nullable Integer mode, Path parent, String field, Problems problems) {
        if (mode != null && (mode < 0 || mode > MAX_MODE)) {
            problems.invalid(parent.child(field), mode, "must be a number between 0 and 0777 (octal), both inclusive");
        }
    }

    /** A path that must not lead out of where it begins. */
    static void descendingPath(String text, Path path, Problems problems) {
        if (text.startsWith("/")) {
            problems.invalid(path, text, "must be a relative path");
        }
        noBacksteps(text, path, problems);
    }

    /** A descending path that does not begin with two dots either, which the kubelet keeps for itself. */
    static void unreservedPath(String text, Path path, Problems problems) {
        descendingPath(text, path, problems);
        if (text.startsWith("..") && !text.startsWith("../")) {
            problems.invalid(path, text, "must not start with '..'");
        }
    }

    static void noBacksteps(String text, Path path, Problems problems) {
        if (hasBacksteps(text)) {
            problems.invalid(path, text, "must not contain '..'");
        }
    }

    static boolean hasBacksteps(String text) {
        int from = 0;
        while (from <= text.length()) {
            int slash = text.indexOf('/', from);
            int end = slash < 0 ? text.length() : slash;
            if (end - from == 2 && text.startsWith("..", from)) {
                return true;
            }
            from = end + 1;
        }
        return false;
    }
}
