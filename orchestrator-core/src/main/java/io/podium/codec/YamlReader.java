package io.podium.codec;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads objects and trees from YAML, plain scalars as Kubernetes takes them: {@code yes} and {@code on} are booleans, {@code 0644} is
 * octal, times are strings. Anchors, aliases and merge keys work; a document may be {@value #MAX_DEPTH} levels deep, its aliases may
 * stand for {@value #MAX_ALIASED} values, and a stream may have {@value #MAX_CODE_POINTS} characters.
 */
public final class YamlReader {
    /** How deep mappings and sequences may be nested. */
    public static final int MAX_DEPTH = YamlComposer.MAX_DEPTH;

    /** How many values the aliases of one document may stand for. */
    public static final int MAX_ALIASED = YamlComposer.MAX_ALIASED;

    /** How many characters a stream may have. */
    public static final int MAX_CODE_POINTS = 64 << 20;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setCodePointLimit(MAX_CODE_POINTS).build();

    private final Interner interner;

    /**
     * A reader that gives equal strings one instance.
     *
     * @param interner what the reader passes field values and map keys through
     */
    public YamlReader(Interner interner) {
        this.interner = interner;
    }

    /**
     * A reader that interns nothing.
     *
     * @return a reader
     */
    public static YamlReader plain() {
        return new YamlReader(Interner.NONE);
    }

    /**
     * Reads one object of a kind.
     *
     * @param kind the kind it must be of; {@code apiVersion} and {@code kind} may be missing and may not say otherwise
     * @param yaml UTF-8 text; of several documents the first counts, none gives the empty object
     * @param strictness what to do with unknown and duplicate fields
     * @param <T> the type of the object
     * @return the object
     * @throws DecodingException if the text is malformed, a value has the wrong type, the object is of another kind, or
     *     {@code strictness} refuses it
     */
    public <T extends ApiObject<T>> T read(Kind<T> kind, byte[] yaml, Strictness strictness) {
        return new Decoding(strictness, interner)
                .object(kind, first(yaml, strictness).tokens());
    }

    /**
     * Reads a tree.
     *
     * @param yaml UTF-8 text; of several documents the first counts, none gives null
     * @param strictness what to do with duplicate fields
     * @return the tree
     * @throws DecodingException if the text is malformed, or {@code strictness} refuses it
     */
    public Json readTree(byte[] yaml, Strictness strictness) {
        var tree = first(yaml, strictness).tree();
        strictness.finish();
        return tree;
    }

    private Document first(byte[] yaml, Strictness strictness) {
        return translated(() -> {
            for (var events = events(yaml); events.hasNext(); ) {
                var event = events.next();
                if (event.getEventId() == Event.ID.DocumentStart) {
                    return new YamlComposer(events, strictness, interner).document(1, line(event));
                }
            }
            return new Document(1, 1, Json.NULL, path -> 0, strictness);
        });
    }

    /** Reads all documents of a stream; {@code strictness} gives each its own collector. */
    List<Document> documents(byte[] yaml, Supplier<Strictness> strictness) {
        var documents = new ArrayList<Document>();
        try {
            return translated(() -> {
                for (var events = events(yaml); events.hasNext(); ) {
                    var event = events.next();
                    if (event.getEventId() == Event.ID.DocumentStart) {
                        documents.add(new YamlComposer(events, strictness.get(), interner)
                                .document(documents.size() + 1, line(event)));
                    }
                }
                return documents;
            });
        } catch (DecodingException e) {
            throw e.within("document " + (documents.size() + 1) + ", ");
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private static Iterator<Event> events(byte[] yaml) {
        return new Parse(SETTINGS)
                .parseString(new String(yaml, StandardCharsets.UTF_8))
                .iterator();
    }

    private static <R> R translated(Supplier<R> reading) {
        try {
            return reading.get();
        } catch (MarkedYamlEngineException e) {
            var where = e.getProblemMark()
                    .map(mark -> "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ")
                    .orElse("");
            throw new DecodingException("", where + "malformed YAML: " + e.getProblem(), e);
        } catch (YamlEngineException e) {
            throw new DecodingException("", "malformed YAML: " + e.getMessage(), e);
        }
    }
}
