package io.podium.codec;

import tools.jackson.core.JsonToken;

/**
 * A walk over a JSON value, token by token: what {@link SchemaReader} reads from, be it text or a tree. The walk stands on one token;
 * a value ends on its last token, and whoever reads on calls {@link #next} first.
 */
interface Tokens {

    /** Steps to the next token; {@link JsonToken#NOT_AVAILABLE} when there is none. */
    JsonToken next();

    /** The token that the walk stands on. */
    JsonToken current();

    /** The name of the field that the walk stands on, or the last one it stood on in this object. */
    String name();

    /** The characters of a string, or a number as it was written. */
    String text();

    /** Whether the number is an integer that fits a {@code long}. */
    boolean isLong();

    /** The value of a number for which {@link #isLong} is true. */
    long longValue();

    /** Where the walk stands, such as {@code spec.containers[0].name}; a field name counts as its field. */
    String path();

    /** The line of the text, from 1, or 0 where there is none. */
    int line();

    /** The line of a path within the value that was read last, or a line near to it. */
    default int line(String path) {
        return line();
    }
}
