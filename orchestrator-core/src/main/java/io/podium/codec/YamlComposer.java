package io.podium.codec;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/**
 * Makes the tree of one YAML document of parser events. Aliases share what they name, and what they would amount to if copied is
 * bounded, because an object read from the tree holds all of it.
 */
final class YamlComposer {
    static final int MAX_DEPTH = JsonReader.MAX_DEPTH;

    /** How many nodes aliases may stand for in one document. */
    static final int MAX_ALIASED = 100_000;

    private static final String MERGE = "<<";

    private final Iterator<Event> events;
    private final Strictness strictness;
    private final Interner interner;
    private final Map<Anchor, Node> anchors = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private int aliased;

    YamlComposer(Iterator<Event> events, Strictness strictness, Interner interner) {
        this.events = events;
        this.strictness = strictness;
        this.interner = interner;
    }

    /** A value and the number of nodes in it. */
    private record Node(Json value, int size) {}

    /** Reads the document whose start was the last event. */
    Document document(int index, int line) {
        lines.put("", line);
        var root = node(events.next(), "", 0);
        events.next(); // the end of the document
        return new Document(index, line, root.value(), path -> lines.getOrDefault(path, 0), strictness);
    }

    private Node node(Event event, String path, int depth) {
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        if (depth > MAX_DEPTH) {
            throw error(event, path, "nested more than " + MAX_DEPTH + " levels deep");
        }
        var node = switch (event) {
            case ScalarEvent scalar -> new Node(scalar(scalar, path), 1);
            case SequenceStartEvent start -> sequence(path, depth);
            case MappingStartEvent start -> mapping(path, depth);
            default -> throw error(event, path, "unexpected " + event.getEventId());
        };
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        return node;
    }

    private Node alias(AliasEvent alias) {
        var node = anchors.get(alias.getAlias());
        if (node == null) {
            throw error(alias, "", "alias *" + alias.getAlias().getValue() + " names no anchor before it");
        }
        aliased += node.size();
        if (aliased > MAX_ALIASED) {
            throw error(
                    alias,
                    "",
                    "aliases stand for more than " + MAX_ALIASED + " values; write the document out or split it");
        }
        return node;
    }

    private Json scalar(ScalarEvent scalar, String path) {
        var text = scalar.getValue();
        try {
            if (scalar.getTag().isPresent()) {
                return YamlScalars.tagged(scalar.getTag().get(), text);
            }
            return scalar.isPlain() ? YamlScalars.plain(text) : Json.of(interner.intern(text));
        } catch (IllegalArgumentException e) {
            throw error(scalar, path, String.valueOf(e.getMessage()));
        }
    }

    private Node sequence(String path, int depth) {
        var items = new ArrayList<Json>();
        int size = 1;
        for (var event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            var itemPath = path + "[" + items.size() + "]";
            lines.putIfAbsent(itemPath, line(event));
            var item = node(event, itemPath, depth + 1);
            items.add(item.value());
            size += item.size();
        }
        return new Node(JsonArray.of(items), size);
    }

    private Node mapping(String path, int depth) {
        Map<String, Json> fields = new LinkedHashMap<>();
        List<JsonObject> merged = new ArrayList<>();
        int size = 1;
        for (var event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            boolean merge = event instanceof ScalarEvent key
                    && key.isPlain()
                    && key.getValue().equals(MERGE);
            var name = key(event, path, depth);
            var fieldPath = path.isEmpty() ? name : path + "." + name;
            int line = line(event);
            lines.putIfAbsent(fieldPath, line);
            var valueEvent = events.next();
            var value = node(valueEvent, fieldPath, depth + 1);
            size += value.size();
            if (merge) {
                merged.addAll(merged(value.value(), valueEvent, path));
            } else if (fields.put(name, value.value()) != null) {
                strictness.reportYamlDuplicate(fieldPath, name, line);
            }
        }
        merged.forEach(source -> source.fields().forEach(fields::putIfAbsent));
        return new Node(JsonObject.of(fields), size);
    }

    private String key(Event event, String path, int depth) {
        var name = YamlScalars.key(node(event, path, depth + 1).value());
        if (name == null) {
            throw error(event, path, "the key of a field must be a string");
        }
        return interner.intern(name);
    }

    /** The mappings whose fields a {@code <<} brings in, the first one winning. */
    private static List<JsonObject> merged(Json value, Event event, String path) {
        var sources = new ArrayList<JsonObject>();
        for (var source : value instanceof JsonArray array ? array.items() : List.of(value)) {
            if (!(source instanceof JsonObject object)) {
                throw error(event, path, "<< merges a mapping or a list of mappings");
            }
            sources.add(object);
        }
        return sources;
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private static DecodingException error(Event event, String path, String what) {
        var where = path.isEmpty() ? "" : path + ": ";
        return new DecodingException(path, "line " + line(event) + ": " + where + what);
    }
}
