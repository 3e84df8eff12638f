package io.podium.api.meta;

import io.podium.api.schema.Field;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.JsonSchema;
import io.podium.api.schema.Merge;
import io.podium.api.schema.Schema;
import io.podium.api.schema.UnknownFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schema of a kind known only at run time: metadata first, then what its JSON schema declares. */
final class DynamicSchema extends Schema<DynamicObject> {
    private final Kind<DynamicObject> kind;
    private final JsonSchema declared;

    DynamicSchema(Kind<DynamicObject> kind, JsonSchema declared) {
        super(DynamicObject.class, fields(declared));
        this.kind = kind;
        this.declared = declared;
    }

    JsonSchema declared() {
        return declared;
    }

    /** The JSON schema without what every object has, which is typed. */
    static JsonSchema withoutTypeAndMetadata(JsonSchema schema) {
        var openApi = schema.openApi();
        for (var name : List.of("apiVersion", "kind", "metadata")) {
            openApi = openApi.without(List.of("properties", name));
        }
        return openApi == schema.openApi() ? schema : JsonSchema.of(openApi);
    }

    private static List<Field> fields(JsonSchema declared) {
        var fields = new ArrayList<Field>();
        var type = new FieldType.Struct(ObjectMeta.class);
        fields.add(new Field(0, "metadata", 1, 0, type, false, true, Merge.PLAIN, null, false));
        for (var field : declared.fields()) {
            fields.add(new Field(
                    fields.size(),
                    field.name(),
                    0,
                    0,
                    field.type(),
                    true,
                    false,
                    field.merge(),
                    field.defaultText(),
                    field.immutable()));
        }
        return fields;
    }

    @Override
    public @Nullable Object get(DynamicObject object, int index) {
        return index == 0 ? object.metadata() : declared.get(object.fields(), index - 1);
    }

    @Override
    public UnknownFields unknown(DynamicObject object) {
        return declared.unknown(object.fields());
    }

    @Override
    public boolean preservesUnknown() {
        return declared.preservesUnknown();
    }

    @Override
    public DynamicObject create(@Nullable Object[] values, UnknownFields unknown) {
        var metadata = values[0] == null ? ObjectMeta.EMPTY : (ObjectMeta) values[0];
        return DynamicObject.of(kind, metadata, declared.create(Arrays.copyOfRange(values, 1, values.length), unknown));
    }

    @Override
    public DynamicObject empty() {
        return DynamicObject.of(kind, ObjectMeta.EMPTY);
    }
}
