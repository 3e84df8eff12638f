package io.podium.testkit.golden;

import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.Kinds;
import io.podium.api.schema.Field;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.Schema;
import io.podium.testkit.golden.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code discovery}: every field that the recorded server's OpenAPI has of our kinds. A case is a field of a type, seen once. */
final class DiscoveryReplay implements Replay {
    private static final String FOLDER = "discovery";
    private static final Set<String> TYPE_META = Set.of("apiVersion", "kind"); // only asked, never iterated

    @Override
    public String file() {
        return FOLDER + ".json";
    }

    @Override
    public boolean isIn(Recordings recordings) {
        return recordings.has(file()) || !recordings.folder(FOLDER).isEmpty();
    }

    @Override
    public void replay(Recordings recordings, Consumer<Verdict> verdicts) {
        var schemas = schemas(recordings);
        var walk = new Walk(schemas, verdicts);
        for (var kind : Kinds.builtIn().all()) {
            root(schemas, kind)
                    .ifPresentOrElse(
                            name -> walk.type(kind.name(), name, kind.schema(), true),
                            () -> walk.tell(
                                    kind.name(), kind.name(), List.of("the recorded server does not have the kind")));
        }
    }

    private Map<String, JsonObject> schemas(Recordings recordings) {
        var documents = new ArrayList<String>();
        if (recordings.has(file())) {
            documents.add(recordings.text(file()));
        }
        recordings.folder(FOLDER).stream()
                .filter(file -> file.contains("/openapi_") && !file.contains("openapi_index"))
                .forEach(file -> documents.add(recordings.text(file)));
        var schemas = new TreeMap<String, JsonObject>();
        for (var document : documents) {
            if (Recordings.tree(document).at("components", "schemas").orElse(Json.NULL) instanceof JsonObject found) {
                found.fields().forEach((name, schema) -> schemas.put(name, (JsonObject) schema));
            }
        }
        return schemas;
    }

    private static Optional<String> root(Map<String, JsonObject> schemas, Kind<?> kind) {
        for (var schema : schemas.entrySet()) {
            if (schema.getValue().get("x-kubernetes-group-version-kind") instanceof JsonArray names
                    && names.size() == 1
                    && names.get(0) instanceof JsonObject gvk
                    && Comparison.text(gvk, "group").equals(kind.group())
                    && Comparison.text(gvk, "version").equals(kind.gvk().version())
                    && Comparison.text(gvk, "kind").equals(kind.name())) {
                return Optional.of(schema.getKey());
            }
        }
        return Optional.empty();
    }

    /**
     * Goes through the recorded types and ours side by side, through each once.
     *
     * @param schemas the recorded types
     * @param verdicts takes what came out
     * @param seen the types that it has gone through
     */
    private record Walk(Map<String, JsonObject> schemas, Consumer<Verdict> verdicts, Set<String> seen) {
        Walk(Map<String, JsonObject> schemas, Consumer<Verdict> verdicts) {
            this(schemas, verdicts, new TreeSet<>());
        }

        void tell(String kind, String what, List<String> differences) {
            var outcome = differences.isEmpty() ? Outcome.AGREES : Outcome.DISAGREES;
            verdicts.accept(new Verdict(FOLDER, kind, what, outcome, differences, ""));
        }

        void type(String kind, String name, Schema<?> ours, boolean root) {
            if (!seen.add(name)) {
                return;
            }
            var label = name.substring(name.lastIndexOf('.') + 1);
            var properties = properties(schemas.getOrDefault(name, JsonObject.EMPTY));
            for (var property : properties.fields().entrySet()) {
                if (!root || !TYPE_META.contains(property.getKey())) {
                    field(kind, label, property.getKey(), (JsonObject) property.getValue(), ours);
                }
            }
            for (var field : ours.fields()) {
                if (!properties.has(field.name())) {
                    tell(kind, label + "." + field.name(), List.of("Kubernetes has no such field"));
                }
            }
        }

        private void field(String kind, String label, String name, JsonObject property, Schema<?> schema) {
            var field = schema.field(name);
            if (field == null) {
                tell(kind, label + "." + name, List.of("the field is missing"));
                return;
            }
            tell(kind, label + "." + name, OpenApi.differences(property, field, schemas));
            inner(kind, property, field);
        }

        private void inner(String kind, JsonObject property, Field field) {
            var element = property;
            var type = field.type();
            while (true) {
                if (type instanceof FieldType.ListOf list && element.get("items") instanceof JsonObject items) {
                    type = list.element();
                    element = items;
                } else if (type instanceof FieldType.MapOf map
                        && element.get("additionalProperties") instanceof JsonObject values) {
                    type = map.value();
                    element = values;
                } else {
                    break;
                }
            }
            var reference = OpenApi.reference(element);
            @Nullable Schema<?> ours = type.schemaOrNull();
            if (reference != null && ours != null) {
                type(kind, reference, ours, false);
            }
        }

        private static JsonObject properties(JsonObject schema) {
            return schema.get("properties") instanceof JsonObject properties ? properties : JsonObject.EMPTY;
        }
    }
}
