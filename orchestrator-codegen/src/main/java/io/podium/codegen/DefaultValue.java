package io.podium.codegen;

import io.podium.codegen.ComponentType.Scalar;
import io.podium.codegen.ComponentType.Struct;
import java.util.Optional;

/** The default of a component as an expression in Java. */
final class DefaultValue {
    private DefaultValue() {}

    /** Whether the default, if there is one, is a value of the component's type. */
    static boolean isReadable(Component component) {
        try {
            expression(component, new JavaSource(""));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The expression; nothing for a component without default, and for defaults of lists and maps, which are read elsewhere. */
    static Optional<String> expression(Component component, JavaSource source) {
        var text = component.defaultText();
        if (text == null) {
            return Optional.empty();
        }
        return switch (component.type()) {
            case Scalar scalar -> scalar(scalar, text, source);
            case Struct struct -> text.equals("{}") ? Optional.of(struct.empty(source)) : Optional.empty();
            case ComponentType.ListOf list -> Optional.empty();
            case ComponentType.MapOf map -> Optional.empty();
        };
    }

    private static Optional<String> scalar(Scalar scalar, String text, JavaSource source) {
        return switch (scalar) {
            case STRING -> Optional.of(quoted(text));
            case BOOL -> Optional.of(bool(text));
            case INT32 -> Optional.of(Integer.toString(Integer.parseInt(text)));
            case INT64 -> Optional.of(Long.parseLong(text) + "L");
            case DOUBLE -> Optional.of(Double.toString(Double.parseDouble(text)));
            case QUANTITY -> Optional.of(scalar.in(source) + ".of(" + quoted(text) + ")");
            case INT_OR_STRING ->
                Optional.of(scalar.in(source) + ".of(" + (text.matches("-?\\d+") ? text : quoted(text)) + ")");
            case BYTES, TIME, MICRO_TIME, JSON -> Optional.empty();
        };
    }

    private static String bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /** A string literal. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
