package io.podium.codec;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.JsonString;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes objects and trees as YAML, laid out as {@code kubectl get -o yaml} does: fields sorted by name, sequences not indented. A
 * string is quoted wherever a reader of YAML 1.1 or 1.2 might take it for something else, and written as a block where it has
 * several lines. Equal objects give equal text.
 */
public final class YamlWriter {
    /** What some reader takes for a time, a sexagesimal number, an octal number or a merge. */
    private static final Pattern AMBIGUOUS = Pattern.compile(
            "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?|[-+]?[0-9][0-9_]*(:[0-9]+)+(\\.[0-9_]*)?|[-+]?0[oO][0-7_]+|=|<<|\\.(nan|NaN|NAN)"
                    + "|[-+]?\\.(inf|Inf|INF)");

    private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@` ";

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    /**
     * Writes an object with its {@code apiVersion} and {@code kind}.
     *
     * @param object the object
     * @return one YAML document, ending in a line break
     */
    public static String write(ApiObject<?> object) {
        return write(Trees.toTree(object));
    }

    /**
     * Writes several objects.
     *
     * @param objects the objects
     * @return a YAML stream, a document for each, with {@code ---} between them
     */
    public static String writeAll(Collection<? extends ApiObject<?>> objects) {
        return objects.stream().map(YamlWriter::write).collect(Collectors.joining("---\n"));
    }

    /**
     * Writes a tree.
     *
     * @param tree the tree
     * @return one YAML document, ending in a line break
     */
    public static String write(Json tree) {
        var writer = new YamlWriter();
        switch (tree) {
            case JsonObject object when !object.isEmpty() -> writer.fields(object, 0);
            case JsonArray array when array.size() > 0 -> writer.items(array, 0);
            default -> {
                writer.inline(tree, 0);
                writer.out.append('\n');
            }
        }
        return writer.out.toString();
    }

    private void fields(JsonObject object, int indent) {
        for (var field : object.fields().entrySet()) {
            indent(indent);
            scalar(field.getKey());
            out.append(':');
            switch (field.getValue()) {
                case JsonObject inner
                when !inner.isEmpty() -> {
                    out.append('\n');
                    fields(inner, indent + 2);
                }
                case JsonArray inner
                when inner.size() > 0 -> {
                    out.append('\n');
                    items(inner, indent);
                }
                default -> {
                    out.append(' ');
                    inline(field.getValue(), indent);
                    out.append('\n');
                }
            }
        }
    }

    private void items(JsonArray array, int indent) {
        for (var item : array.items()) {
            indent(indent);
            out.append("- ");
            switch (item) {
                case JsonObject inner when !inner.isEmpty() -> fields(inner, indent + 2);
                case JsonArray inner when inner.size() > 0 -> items(inner, indent + 2);
                default -> {
                    inline(item, indent);
                    out.append('\n');
                }
            }
        }
    }

    /** Indents a line that begins here; what follows a dash is on its line already. */
    private void indent(int columns) {
        if (out.isEmpty() || out.charAt(out.length() - 1) == '\n') {
            out.repeat(' ', columns);
        }
    }

    private void inline(Json value, int indent) {
        if (!(value instanceof JsonString text)) {
            out.append(value);
        } else if (isBlock(text.value())) {
            block(text.value(), indent + 2);
        } else {
            scalar(text.value());
        }
    }

    private void scalar(String text) {
        if (isPlain(text)) {
            out.append(text);
        } else {
            quoted(text);
        }
    }

    private static boolean isPlain(String text) {
        if (text.isEmpty()
                || INDICATORS.indexOf(text.charAt(0)) >= 0
                || text.startsWith("...")
                || text.endsWith(" ")
                || text.endsWith(":")
                || text.contains(": ")
                || text.contains(" #")
                || !text.codePoints().allMatch(YamlWriter::isPrintable)
                || AMBIGUOUS.matcher(text).matches()) {
            return false;
        }
        return YamlScalars.plain(text) instanceof JsonString;
    }

    private static boolean isPrintable(int c) {
        return c >= ' ' && c < 0x7f
                || c >= 0xa0 && c <= 0xd7ff && c != 0x2028 && c != 0x2029
                || c >= 0xe000 && c < 0xfeff
                || c > 0xfeff && c <= 0xfffd
                || c >= 0x10000;
    }

    /** A text of several lines that a literal block can hold as it is. */
    private static boolean isBlock(String text) {
        return text.indexOf('\n') > 0
                && text.charAt(0) != ' '
                && text.charAt(0) != '\t'
                && !text.isBlank()
                && text.codePoints().allMatch(c -> c == '\n' || c == '\t' || isPrintable(c));
    }

    private void block(String text, int indent) {
        out.append('|');
        if (!text.endsWith("\n")) {
            out.append('-');
        } else if (text.endsWith("\n\n")) {
            out.append('+');
        }
        var body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        for (var line : body.split("\n", -1)) {
            out.append('\n');
            if (!line.isEmpty()) {
                out.repeat(' ', indent).append(line);
            }
        }
    }

    private void quoted(String text) {
        out.append('"');
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> out.append('\\').append((char) c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (isPrintable(c)) {
                        out.appendCodePoint(c);
                    } else {
                        out.append(String.format(Locale.ROOT, "\\u%04x", c));
                    }
                }
            }
        });
        out.append('"');
    }
}
