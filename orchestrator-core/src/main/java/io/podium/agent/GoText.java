package io.podium.agent;

/** Text as Go's {@code %q} writes it, which Kubernetes' messages and downward API files have. */
final class GoText {
    private GoText() {}

    static String quote(String text) {
        return "\"" + escape(text) + "\"";
    }

    static String escape(String text) {
        var escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (c < ' ' || c == 0x7f) {
                        escaped.append(String.format(java.util.Locale.ROOT, "\\x%02x", (int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
