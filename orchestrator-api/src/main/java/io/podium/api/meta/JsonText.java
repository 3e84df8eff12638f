package io.podium.api.meta;

/** Writes JSON values as compact text, for messages and logs. */
final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    static String of(Json value) {
        var writer = new JsonText();
        writer.write(value);
        return writer.text.toString();
    }

    private void write(Json value) {
        switch (value) {
            case JsonObject object -> {
                char separator = '{';
                for (var field : object.fields().entrySet()) {
                    string(text.append(separator), field.getKey());
                    text.append(':');
                    write(field.getValue());
                    separator = ',';
                }
                text.append(object.isEmpty() ? "{}" : "}");
            }
            case JsonArray array -> {
                char separator = '[';
                for (var item : array.items()) {
                    text.append(separator);
                    write(item);
                    separator = ',';
                }
                text.append(array.items().isEmpty() ? "[]" : "]");
            }
            case JsonString string -> string(text, string.value());
            case JsonNumber number -> text.append(number);
            case JsonBool bool -> text.append(bool);
            case JsonNull none -> text.append(none);
        }
    }

    private static void string(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ') {
                        text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
