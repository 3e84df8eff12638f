package io.podium.apiserver.rules;

import io.podium.api.meta.DynamicObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonNumber;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Kind;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;

/** The rules of a kind known only at run time: its OpenAPI schema tells what is dropped, what is filled in and what is valid. */
final class DynamicRules implements KindRules<DynamicObject> {
    private final AnyKindRules<DynamicObject> parts;
    private final JsonObject schema;
    private final boolean scaled;

    DynamicRules(Kind<DynamicObject> kind) {
        this.parts = new AnyKindRules<>(kind.schema(), kind.subresources().contains("status"));
        this.schema = DynamicObject.declaredBy(kind).openApi();
        this.scaled = kind.subresources().contains("scale");
    }

    @Override
    public DynamicObject received(DynamicObject object) {
        var pruned = StructuralPruning.pruned(schema, object.fields());
        return pruned == object.fields() ? object : object.withFields((JsonObject) pruned);
    }

    @Override
    public DynamicObject defaults(DynamicObject object) {
        var completed = StructuralDefaults.completed(schema, object.fields());
        return completed == object.fields() ? object : object.withFields((JsonObject) completed);
    }

    @Override
    public DynamicObject prepareForCreate(DynamicObject object) {
        return parts.prepareForCreate(object);
    }

    @Override
    public DynamicObject prepareForUpdate(DynamicObject updated, DynamicObject old) {
        return parts.prepareForUpdate(updated, old);
    }

    @Override
    public DynamicObject prepareForStatusUpdate(DynamicObject updated, DynamicObject old) {
        return parts.prepareForStatusUpdate(updated, old);
    }

    @Override
    public void validateCreate(DynamicObject object, Problems problems) {
        StructuralValidation.validate(schema, object.fields(), problems);
        if (scaled) {
            validateScale(object.fields(), "spec", problems);
            validateScale(object.fields(), "status", problems);
        }
    }

    @Override
    public void validateStatusUpdate(DynamicObject updated, DynamicObject old, Problems problems) {
        validateCreate(updated, problems);
    }

    @Override
    public boolean hasGeneration() {
        return true;
    }

    @Override
    public boolean changesGeneration(DynamicObject updated, DynamicObject old) {
        return parts.changesGeneration(updated, old);
    }

    @Override
    public boolean qualifiesFinalizers() {
        return false;
    }

    @Override
    public boolean updatesNeedVersion() {
        return true;
    }

    /** Who scales an object reads and writes its number of replicas, which therefore has to be one. */
    private static void validateScale(JsonObject fields, String part, Problems problems) {
        var holder = fields.get(part);
        if (holder == null || holder.isNull()) {
            return;
        }
        var path = Path.of("." + part).child("replicas");
        if (!(holder instanceof JsonObject object)) {
            problems.invalid(path, 0, path + " accessor error: its parent is no object");
            return;
        }
        var replicas = object.get("replicas");
        if (replicas instanceof JsonNumber number && number.isWhole()) {
            validateReplicas(number.longValue(), path, problems);
        } else if (replicas != null) {
            problems.invalid(path, 0, path + " accessor error: " + describe(replicas) + " is no whole number");
        }
    }

    private static void validateReplicas(long replicas, Path path, Problems problems) {
        if (replicas < 0) {
            problems.invalid(path, replicas, "should be a non-negative integer");
        }
        if (replicas > Integer.MAX_VALUE) {
            problems.invalid(path, replicas, "should be less than or equal to " + Integer.MAX_VALUE);
        }
    }

    private static String describe(Json value) {
        return value.asText().orElse(value.toString());
    }
}
