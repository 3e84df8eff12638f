package io.podium.codec;

import java.util.ArrayDeque;
import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/** A walk over JSON text. The path is made only when somebody asks, out of the contexts that the parser keeps anyway. */
final class ParserTokens implements Tokens {
    private final JsonParser parser;

    ParserTokens(JsonParser parser) {
        this.parser = parser;
    }

    @Override
    public JsonToken next() {
        var token = parser.nextToken();
        return token == null ? JsonToken.NOT_AVAILABLE : token;
    }

    @Override
    public JsonToken current() {
        var token = parser.currentToken();
        return token == null ? JsonToken.NOT_AVAILABLE : token;
    }

    @Override
    public String name() {
        return Objects.requireNonNull(parser.currentName(), "the parser stands outside of any object");
    }

    @Override
    public String text() {
        return parser.getString();
    }

    @Override
    public boolean isLong() {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
    }

    @Override
    public long longValue() {
        return parser.getLongValue();
    }

    @Override
    public String path() {
        var steps = new ArrayDeque<TokenStreamContext>();
        var context = parser.streamReadContext();
        if (current() == JsonToken.START_OBJECT || current() == JsonToken.START_ARRAY) {
            context = context.getParent(); // the parser is inside already
        }
        for (; context != null && !context.inRoot(); context = context.getParent()) {
            steps.push(context);
        }
        var path = new StringBuilder();
        for (var step : steps) {
            if (step.inArray()) {
                path.append('[').append(step.getCurrentIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.currentName());
            }
        }
        return path.toString();
    }

    @Override
    public int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
