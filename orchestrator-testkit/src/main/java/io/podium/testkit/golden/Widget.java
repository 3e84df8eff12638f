package io.podium.testkit.golden;

import io.podium.api.meta.DynamicObject;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Kind;
import io.podium.api.schema.JsonSchema;

/** The kind that the recordings defined at run time: its schema is that of their definition. */
final class Widget {
    private static final String SCHEMA = """
            {"type": "object", "required": ["spec"], "properties": {
              "spec": {"type": "object", "required": ["size"],
                "x-kubernetes-validations": [
                  {"rule": "!has(self.max) || self.size <= self.max", "message": "size must not exceed max"},
                  {"rule": "self.color == oldSelf.color",
                   "messageExpression": "'color is immutable, was ' + oldSelf.color",
                   "reason": "FieldValueForbidden", "fieldPath": ".color"}],
                "properties": {
                  "size": {"type": "integer", "minimum": 1, "maximum": 100},
                  "max": {"type": "integer", "format": "int32"},
                  "color": {"type": "string", "enum": ["red", "green"], "default": "red"},
                  "name": {"type": "string", "pattern": "^[a-z]+$", "maxLength": 8},
                  "replicas": {"type": "integer", "default": 1},
                  "tags": {"type": "array", "maxItems": 3, "x-kubernetes-list-type": "set", "items": {"type": "string"}},
                  "parts": {"type": "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["id"],
                    "items": {"type": "object", "required": ["id"], "properties": {
                      "id": {"type": "string"}, "weight": {"type": "number", "default": 1.5}}}},
                  "port": {"x-kubernetes-int-or-string": true},
                  "raw": {"type": "object", "x-kubernetes-preserve-unknown-fields": true},
                  "note": {"type": "string", "nullable": true}}},
              "status": {"type": "object", "properties": {
                "replicas": {"type": "integer"}, "selector": {"type": "string"}}}}}""";

    static final Kind<DynamicObject> KIND = Kind.dynamic("golden.example.com/v1", "Widget")
            .plural("widgets")
            .shortNames("wd")
            .categories("all")
            .subresources("status", "scale")
            .schema(JsonSchema.of((JsonObject) Recordings.tree(SCHEMA)))
            .build();

    private Widget() {}
}
