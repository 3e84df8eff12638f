package io.podium.codec;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.GroupVersionKind;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.Kinds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads manifests: YAML of one or more documents, or JSON values one after another, each an object of a known kind or a {@code List} of
 * them. Empty documents count for nothing. An error names the document, its line, the object, and the path and value at fault.
 */
public final class Manifests {
    private static final int SHOWN_VALUE = 80;

    private final Kinds kinds;
    private final Interner interner;

    /**
     * A reader of manifests.
     *
     * @param kinds the kinds that may occur
     * @param interner what strings pass through
     */
    public Manifests(Kinds kinds, Interner interner) {
        this.kinds = kinds;
        this.interner = interner;
    }

    /**
     * Reads a manifest.
     *
     * @param text UTF-8 text; it is taken for JSON if its first character other than white space is a brace, else for YAML
     * @param mode whether unknown and duplicate fields are errors, warnings, or nothing
     * @return the objects and the warnings
     * @throws DecodingException if the text is malformed, a kind is not known, a value has the wrong type, or the mode is strict and
     *     a field is unknown or duplicate
     */
    public Manifest read(byte[] text, Strictness.Mode mode) {
        var documents = isJson(text)
                ? JsonDocuments.read(text, () -> Strictness.of(mode), interner)
                : new YamlReader(interner).documents(text, () -> Strictness.of(mode));
        var objects = new ArrayList<ApiObject<?>>();
        var warnings = new ArrayList<String>();
        for (var document : documents) {
            new Reading(document, objects).read();
            if (mode == Strictness.Mode.WARN) {
                document.strictness().problems().forEach(problem -> warnings.add(sentence(document, problem)));
            }
        }
        return new Manifest(objects, warnings);
    }

    /**
     * Reads a manifest.
     *
     * @param text the text
     * @param mode whether unknown and duplicate fields are errors, warnings, or nothing
     * @return the objects and the warnings
     * @throws DecodingException as {@link #read(byte[], Strictness.Mode)} does
     */
    public Manifest read(String text, Strictness.Mode mode) {
        return read(text.getBytes(StandardCharsets.UTF_8), mode);
    }

    private static boolean isJson(byte[] text) {
        for (byte b : text) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b == '{';
            }
        }
        return false;
    }

    private static String sentence(Document document, FieldProblem problem) {
        var value = problem.fault() == FieldProblem.Fault.UNKNOWN && problem.value() != null
                ? ", value " + shortened(problem.value().toString())
                : "";
        var what = problem.fault() == FieldProblem.Fault.UNKNOWN ? "unknown" : "duplicate";
        return "document " + document.index() + ", line " + problem.line() + ": " + what + " field \"" + problem.path()
                + '"' + value;
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_VALUE ? text : text.substring(0, SHOWN_VALUE) + "…";
    }

    /** The reading of one document. */
    private final class Reading {
        private final Document document;
        private final List<ApiObject<?>> objects;

        Reading(Document document, List<ApiObject<?>> objects) {
            this.document = document;
            this.objects = objects;
        }

        void read() {
            switch (document.tree()) {
                case JsonObject object -> object(object, "");
                case Json none when none.isNull() -> {}
                default -> throw error("", "expected an object with apiVersion and kind");
            }
            if (document.strictness().mode() == Strictness.Mode.STRICT) {
                refuseProblems();
            }
        }

        private void refuseProblems() {
            var problems = document.strictness().problems();
            if (!problems.isEmpty()) {
                var sentences = problems.stream()
                        .map(problem -> sentence(document, problem))
                        .collect(Collectors.joining("; "));
                boolean unknown = problems.stream().anyMatch(each -> each.fault() == FieldProblem.Fault.UNKNOWN);
                throw new DecodingException(
                        problems.getFirst().path(),
                        sentences + (unknown ? "; correct the name or remove the field" : "; keep one of them"));
            }
        }

        private void object(JsonObject object, String path) {
            var gvk = GroupVersionKind.of(said(object, path, "apiVersion"), said(object, path, "kind"));
            var version = kinds.version(gvk);
            var kind = kinds.find(gvk);
            if (version.isPresent()) {
                add(version.get().kind(), version.get().stored(object), path);
            } else if (kind.isPresent()) {
                add(kind.get(), object, path);
            } else if (gvk.kind().endsWith("List") && object.get("items") instanceof JsonArray items) {
                items(gvk, items, path);
            } else if (gvk.kind().equals("List") && object.at("items").isEmpty()) {
                return; // a list of nothing
            } else {
                throw error(path, kinds.unknown(gvk));
            }
        }

        private void items(GroupVersionKind list, JsonArray items, String path) {
            var kind = list.kind().substring(0, list.kind().length() - "List".length());
            for (int i = 0; i < items.size(); i++) {
                var itemPath = path + (path.isEmpty() ? "" : ".") + "items[" + i + "]";
                if (!(items.get(i) instanceof JsonObject item)) {
                    throw error(itemPath, "expected an object with apiVersion and kind");
                }
                boolean typed = !kind.isEmpty() && !item.has("kind");
                object(
                        typed
                                ? item.with("apiVersion", Json.of(list.apiVersion()))
                                        .with("kind", Json.of(kind))
                                : item,
                        itemPath);
            }
        }

        private String said(JsonObject object, String path, String name) {
            var said = object.at(name).flatMap(Json::asText).orElse("");
            if (said.isEmpty()) {
                throw error(path, "says no " + name + "; begin it with apiVersion and kind");
            }
            return said;
        }

        private <T extends ApiObject<T>> void add(Kind<T> kind, JsonObject tree, String path) {
            var tokens = new TreeTokens(tree, document.lines(), path);
            tokens.next();
            try {
                objects.add(
                        new SchemaReader(tokens, document.strictness(), interner).read(kind.schema(), new TypeMeta()));
            } catch (DecodingException e) {
                int line = document.lines().applyAsInt(e.path());
                var name = tree.at("metadata", "name").flatMap(Json::asText).orElse("");
                throw e.within(
                        "document " + document.index() + ", line " + line + ": " + kind.name() + " \"" + name + "\": ");
            }
        }

        private DecodingException error(String path, String what) {
            var where = path.isEmpty() ? document.name() : document.name() + ", " + path;
            return new DecodingException(path, where + ": " + what);
        }
    }
}
