package io.podium.codec;

import io.podium.api.meta.Json;
import java.util.function.ToIntFunction;

/**
 * One document of a stream.
 *
 * @param index its position in the stream, from 1
 * @param line the line on which it begins, from 1
 * @param tree what it says
 * @param lines tells the line of a path, or 0 if the text has no such path
 * @param strictness what it was read with; holds its duplicate fields
 */
record Document(int index, int line, Json tree, ToIntFunction<String> lines, Strictness strictness) {

    /** A walk over the tree that stands on its first token. */
    Tokens tokens() {
        var tokens = new TreeTokens(tree, lines, "");
        tokens.next();
        return tokens;
    }

    /** How messages name it. */
    String name() {
        return "document " + index + " (line " + line + ")";
    }
}
