package io.podium.codegen;

import com.google.errorprone.annotations.FormatMethod;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** The text of one source file, and the imports that it turned out to need. */
final class JavaSource {
    private final String packageName;
    private final Map<String, String> qualifiedBySimpleName = new HashMap<>();
    private final StringBuilder body = new StringBuilder();

    JavaSource(String packageName) {
        this.packageName = packageName;
    }

    /** What this file calls a type: its simple name, unless another type has taken that. */
    String name(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        var simpleName = qualifiedName.substring(dot + 1);
        var taken = qualifiedBySimpleName.putIfAbsent(simpleName, qualifiedName);
        return taken == null || taken.equals(qualifiedName) ? simpleName : qualifiedName;
    }

    /** A type that may be null; the annotation stands before the simple name. */
    String nullable(String type) {
        int arguments = type.indexOf('<');
        int dot = type.lastIndexOf('.', arguments < 0 ? type.length() : arguments);
        return type.substring(0, dot + 1) + "@" + name(Names.NULLABLE) + " " + type.substring(dot + 1);
    }

    /** Appends text; {@code template} is that of {@link String#format}. */
    @FormatMethod
    JavaSource add(String template, Object... arguments) {
        body.append(template.formatted(arguments));
        return this;
    }

    /** Begins a member: an empty line and its documentation, which may span lines. */
    JavaSource document(String text, String... tags) {
        body.append("\n    /**\n");
        text.lines().forEach(line -> body.append("     * ").append(line).append('\n'));
        body.append(tags.length == 0 ? "" : "     *\n");
        for (var tag : tags) {
            body.append("     * ").append(tag).append('\n');
        }
        body.append("     */\n");
        return this;
    }

    /** The whole file. */
    String text() {
        var text = new StringBuilder();
        if (!packageName.isEmpty()) {
            text.append("package ").append(packageName).append(";\n\n");
        }
        var imports = new TreeSet<>(qualifiedBySimpleName.values());
        imports.removeIf(
                name -> packageOf(name).equals(packageName) || packageOf(name).equals("java.lang"));
        for (var name : imports) {
            text.append("import ").append(name).append(";\n");
        }
        return text.append(imports.isEmpty() ? "" : "\n").append(body).toString();
    }

    private static String packageOf(String qualifiedName) {
        return qualifiedName.substring(0, Math.max(0, qualifiedName.lastIndexOf('.')));
    }
}
