package io.podium.testkit.golden;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonNumber;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares answers with recorded ones, in which {@code <uid>} and the like stand for what differs from run to run. */
final class Comparison {
    private static final Pattern PLACEHOLDER =
            Pattern.compile("<(uid|rv|time|age|pod-ip|cluster-ip|node-port|node|minute|(rand|hash)(-[0-9n]+)?)>");
    private static final int SHOWN = 160;

    private final List<String> differences = new ArrayList<>();

    /** What differs between a recorded answer and ours: the code and, as it says, the object or the causes. */
    static List<String> answers(int code, JsonObject expected, Answer actual) {
        var comparison = new Comparison();
        comparison.answer(code, expected, actual);
        return comparison.differences;
    }

    /** What differs between two trees. */
    static List<String> trees(@Nullable Json expected, @Nullable Json actual) {
        var comparison = new Comparison();
        comparison.compare("", expected, actual);
        return comparison.differences;
    }

    /** What differs between codes and causes; a recorded 0 or 500 is a defect of that server, which asks for 400 or 422. */
    static List<String> refusals(int code, JsonObject expected, Answer actual) {
        var comparison = new Comparison();
        comparison.refusal(code, expected, actual);
        return comparison.differences;
    }

    private void answer(int code, JsonObject expected, Answer actual) {
        if (code < 200 || code >= 300) {
            refusal(code, expected, actual);
        } else if (actual.code() != code) {
            differences.add("code " + code + ", got " + actual.code() + " " + message(actual.body()));
        } else {
            compare("", withoutManagers(expected), withoutManagers(actual.body()));
        }
    }

    private void refusal(int code, JsonObject expected, Answer actual) {
        boolean defect = code == 0 || code == 500;
        if (defect ? actual.code() != 400 && actual.code() != 422 : actual.code() != code) {
            differences.add("code " + (defect ? "400 or 422" : code) + " (" + message(expected) + "), got "
                    + actual.code() + " " + message(actual.body()));
            return;
        }
        if (defect) {
            return;
        }
        if (!text(expected, "reason").equals(text(actual.body(), "reason"))) {
            differences.add("reason " + text(expected, "reason") + ", got " + text(actual.body(), "reason"));
        }
        var wanted = causes(expected);
        var got = causes(actual.body());
        if (!wanted.equals(got)) {
            differences.add("causes " + wanted + ", got " + got + " " + message(actual.body()));
        }
    }

    /** Reason and field of each cause; {@code <nil>} is a field that a parser did not know, and no contract. */
    static TreeSet<String> causes(JsonObject status) {
        var causes = new TreeSet<String>();
        if (status.at("details", "causes").orElse(Json.NULL) instanceof JsonArray list) {
            for (var cause : list.items()) {
                if (cause instanceof JsonObject object && !text(object, "field").equals("<nil>")) {
                    causes.add(text(object, "reason") + " " + text(object, "field"));
                }
            }
        }
        return causes;
    }

    private static JsonObject withoutManagers(JsonObject object) {
        return object.without(List.of("metadata", "managedFields"));
    }

    private void compare(String path, @Nullable Json expected, @Nullable Json actual) {
        if (expected instanceof JsonObject wanted && actual instanceof JsonObject got) {
            for (var name : union(wanted, got)) {
                compare(path + "." + name, wanted.get(name), got.get(name));
            }
        } else if (expected instanceof JsonArray wanted && actual instanceof JsonArray got) {
            for (int i = 0; i < Math.max(wanted.size(), got.size()); i++) {
                compare(
                        path + "[" + i + "]",
                        i < wanted.size() ? wanted.get(i) : null,
                        i < got.size() ? got.get(i) : null);
            }
        } else if (!matches(expected, actual)) {
            differences.add(path + ": " + shown(expected) + ", got " + shown(actual));
        }
    }

    private static TreeSet<String> union(JsonObject one, JsonObject other) {
        var names = new TreeSet<>(one.fields().keySet());
        names.addAll(other.fields().keySet());
        return names;
    }

    private static boolean matches(@Nullable Json expected, @Nullable Json actual) {
        if (expected == null || actual == null) {
            return expected == actual;
        }
        if (expected instanceof JsonString text && text.value().indexOf('<') >= 0) {
            return matches(text.value(), actual);
        }
        if (expected instanceof JsonNumber number && actual instanceof JsonNumber other) {
            return number.equals(other) || number.doubleValue() == other.doubleValue();
        }
        return expected.equals(actual);
    }

    private static boolean matches(String pattern, Json actual) {
        var text = actual instanceof JsonString string ? string.value() : actual.toString();
        return text.equals(pattern) || expression(pattern).matcher(text).matches();
    }

    /** A regular expression for a text with placeholders. */
    static Pattern expression(String text) {
        var expression = new StringBuilder();
        var placeholder = PLACEHOLDER.matcher(text);
        int from = 0;
        while (placeholder.find()) {
            expression
                    .append(Pattern.quote(text.substring(from, placeholder.start())))
                    .append(".+");
            from = placeholder.end();
        }
        return Pattern.compile(
                expression.append(Pattern.quote(text.substring(from))).toString(), Pattern.DOTALL);
    }

    static String text(JsonObject object, String name) {
        return object.at(name).flatMap(Json::asText).orElse("");
    }

    private static String message(JsonObject body) {
        return limited(text(body, "message"));
    }

    private static String shown(@Nullable Json value) {
        return value == null ? "nothing" : limited(value.toString());
    }

    private static String limited(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
