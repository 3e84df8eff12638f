package io.podium.codec;

import io.podium.api.meta.Json;
import java.util.Map;

/**
 * One document of a YAML stream.
 *
 * @param index its position in the stream, from 1
 * @param tree what it says
 * @param lines the line of each value by its path, from 1
 */
record YamlDocument(int index, Json tree, Map<String, Integer> lines) {

    /** A walk over the tree that stands on its first token. */
    Tokens tokens() {
        var tokens = new TreeTokens(tree, this::line);
        tokens.next();
        return tokens;
    }

    int line(String path) {
        return lines.getOrDefault(path, 0);
    }
}
