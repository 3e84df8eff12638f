package io.podium.codec;

import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** JSON text as Jackson reads and writes it, and what its errors say here. */
final class JsonText {
    static final int MAX_DEPTH = 500;
    private static final int MAX_STRING = 64 << 20;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .build())
            .build();

    private JsonText() {}

    static DecodingException malformed(JacksonException e) {
        var at = e.getLocation();
        var where =
                at == null ? "" : String.format(Locale.ROOT, "line %d, column %d: ", at.getLineNr(), at.getColumnNr());
        return new DecodingException("", where + "malformed JSON: " + withoutSource(e.getOriginalMessage()), e);
    }

    /** Jackson adds where the text came from, which it does not know, in parentheses. */
    private static String withoutSource(String message) {
        int source = message.indexOf(" (start marker at");
        return source < 0 ? message : message.substring(0, source);
    }
}
