package io.podium.apiserver.validation;

import io.podium.api.meta.LabelSelector;
import io.podium.api.meta.LabelSelectorRequirement;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks of labels, annotations and selectors of labels, wherever they stand in an object. */
public final class LabelSelectors {
    private static final int MAX_ANNOTATION_BYTES = 256 * 1024;

    private LabelSelectors() {}

    /**
     * Checks a selector.
     *
     * @param selector the selector; null is fine
     * @param path where it is
     * @param problems collects what is wrong
     */
    public static void check(@Nullable LabelSelector selector, Path path, Problems problems) {
        if (selector == null) {
            return;
        }
        checkLabels(selector.matchLabels(), path.child("matchLabels"), problems);
        var expressions = selector.matchExpressions();
        for (int i = 0; i < expressions.size(); i++) {
            check(expressions.get(i), path.child("matchExpressions").index(i), problems);
        }
    }

    private static void check(LabelSelectorRequirement requirement, Path path, Problems problems) {
        var values = requirement.values();
        switch (requirement.operator()) {
            case "In", "NotIn" -> {
                if (values.isEmpty()) {
                    problems.required(path.child("values"), "must be specified when `operator` is 'In' or 'NotIn'");
                }
            }
            case "Exists", "DoesNotExist" -> {
                if (!values.isEmpty()) {
                    problems.forbidden(
                            path.child("values"), "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
                }
            }
            default ->
                problems.invalid(path.child("operator"), requirement.operator(), "not a valid selector operator");
        }
        problems.invalidAll(path.child("key"), requirement.key(), Formats.qualifiedName(requirement.key()));
        for (int i = 0; i < values.size(); i++) {
            problems.invalidAll(path.child("values").index(i), values.get(i), Formats.labelValue(values.get(i)));
        }
    }

    /**
     * Checks labels, or values that must look like labels.
     *
     * @param labels the labels
     * @param path where they are: every problem is one of the whole map
     * @param problems collects what is wrong
     */
    public static void checkLabels(Map<String, String> labels, Path path, Problems problems) {
        if (labels.isEmpty()) {
            return;
        }
        for (var label : labels.entrySet()) {
            problems.invalidAll(path, label.getKey(), Formats.qualifiedName(label.getKey()));
            problems.invalidAll(path, label.getValue(), Formats.labelValue(label.getValue()));
        }
    }

    /**
     * Checks the keys of annotations, and that all of them together are not too large.
     *
     * @param annotations the annotations
     * @param path where they are: every problem is one of the whole map
     * @param problems collects what is wrong
     */
    public static void checkAnnotations(Map<String, String> annotations, Path path, Problems problems) {
        if (annotations.isEmpty()) {
            return;
        }
        long bytes = 0;
        for (var annotation : annotations.entrySet()) {
            var key = annotation.getKey();
            problems.invalidAll(path, key, Formats.qualifiedName(key.toLowerCase(Locale.ROOT)));
            bytes += utf8Length(key) + utf8Length(annotation.getValue());
        }
        if (bytes > MAX_ANNOTATION_BYTES) {
            problems.tooLong(path, MAX_ANNOTATION_BYTES);
        }
    }

    private static long utf8Length(String text) {
        long bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
