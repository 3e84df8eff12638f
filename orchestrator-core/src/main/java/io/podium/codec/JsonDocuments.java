package io.podium.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Reads JSON values that follow each other in one text. */
final class JsonDocuments {
    private JsonDocuments() {}

    static List<Document> read(byte[] json, Supplier<Strictness> strictness, Interner interner) {
        var documents = new ArrayList<Document>();
        try (var parser = parser(json)) {
            var tokens = new ParserTokens(parser);
            while (tokens.next() != JsonToken.NOT_AVAILABLE) {
                int index = documents.size() + 1;
                int line = tokens.line();
                var collector = strictness.get();
                var tree = TreeReader.read(tokens, collector, interner);
                documents.add(new Document(index, line, tree, path -> line(json, index, path), collector));
            }
        } catch (JacksonException e) {
            throw JsonText.malformed(e).within("document " + (documents.size() + 1) + ", ");
        }
        return documents;
    }

    /** Finds a path in the text once more: lines are asked for only when something is wrong. */
    private static int line(byte[] json, int index, String path) {
        int document = 0;
        try (var parser = parser(json)) {
            var tokens = new ParserTokens(parser);
            for (var token = tokens.next(); token != JsonToken.NOT_AVAILABLE; token = tokens.next()) {
                if (parser.streamReadContext().getNestingDepth() <= 1 && token == JsonToken.START_OBJECT) {
                    document++;
                }
                if (document == index
                        && token != JsonToken.END_OBJECT
                        && tokens.path().equals(path)) {
                    return tokens.line();
                }
            }
        }
        return 0;
    }

    private static JsonParser parser(byte[] json) {
        return JsonText.FACTORY.createParser(ObjectReadContext.empty(), json);
    }
}
