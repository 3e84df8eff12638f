package io.podium.api.meta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.schema.Field;
import io.podium.api.schema.FieldType;
import io.podium.api.schema.FieldType.Inline;
import io.podium.api.schema.FieldType.ListOf;
import io.podium.api.schema.FieldType.MapOf;
import io.podium.api.schema.FieldType.Scalar;
import io.podium.api.schema.Merge.Granularity;
import io.podium.api.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DynamicObjectTest {
    private static final Kind<DynamicObject> WIDGET = Kind.dynamic("golden.example.com/v1", "Widget")
            .shortNames("wd")
            .subresources("status", "scale")
            .schema(root -> root.required("spec")
                    .object(
                            "spec",
                            spec -> spec.integer("size")
                                    .string("color")
                                    .defaultOf("color", Json.of("red"))
                                    .stringSet("tags")
                                    .stringMap("notes")
                                    .listMap(
                                            "parts",
                                            List.of("id"),
                                            part -> part.string("id").number("weight"))
                                    .intOrString("port")
                                    .any("raw"))
                    .object("status", status -> status.integer("replicas")))
            .build();

    private static final DynamicObject SMALL = DynamicObject.of(WIDGET, ObjectMeta.EMPTY.withName("small"))
            .with(Json.of(1), "spec", "size")
            .with(Json.array(Json.of("a")), "spec", "tags");

    @Test
    void isAKindLikeAnyOther() {
        assertThat(WIDGET.resource()).isEqualTo("widgets.golden.example.com");
        assertThat(WIDGET.apiVersion()).isEqualTo("golden.example.com/v1");
        assertThat(WIDGET.names().singular()).isEqualTo("widget");
        assertThat(WIDGET.schema().type()).isEqualTo(DynamicObject.class);
        assertThat(SMALL.kind()).isSameAs(WIDGET);
        assertThat(SMALL.name()).isEqualTo("small");
    }

    @Test
    void readsAndChangesByPath() {
        assertThat(SMALL.integer("spec", "size")).contains(1L);
        assertThat(SMALL.text("spec", "color")).isEmpty();
        assertThat(SMALL.list("spec", "tags")).containsExactly(Json.of("a"));
        assertThat(SMALL.without("spec", "tags").list("spec", "tags")).isEmpty();
        assertThat(SMALL.withMetadata(ObjectMeta.EMPTY).fields()).isSameAs(SMALL.fields());
    }

    @Test
    void refusesTypedFieldsAmongTheFreeOnes() {
        assertThatThrownBy(() -> SMALL.with(Json.of("x"), "metadata", "name"))
                .hasMessageContaining("Widget small: metadata is no free");
    }

    @Test
    void itsSchemaKnowsTypesAndMergeRules() {
        var spec = ((Inline) WIDGET.schema().field("spec").type()).schema();

        assertThat(WIDGET.schema().fields()).extracting(Field::name).containsExactly("metadata", "spec", "status");
        assertThat(spec.field("size").type()).isEqualTo(Scalar.INT64);
        assertThat(spec.field("color").defaultText()).isEqualTo("red");
        assertThat(spec.field("notes").type()).isEqualTo(new MapOf(Scalar.STRING));
        assertThat(spec.field("tags").merge().granularity()).isEqualTo(Granularity.BY_VALUE);
        assertThat(spec.field("parts").merge().granularity()).isEqualTo(Granularity.BY_KEY);
        assertThat(spec.field("parts").merge().keys()).containsExactly("id");
        assertThat(spec.field("parts").type())
                .isInstanceOfSatisfying(
                        ListOf.class, list -> assertThat(list.element()).isInstanceOf(Inline.class));
        assertThat(spec.field("port").type()).isEqualTo(Scalar.INT_OR_STRING);
        assertThat(spec.field("raw").type()).isEqualTo(Scalar.JSON);
    }

    @Test
    void takesObjectsApartAndPutsThemTogether() {
        var spec = specSchema();
        var given = SMALL.with(Json.of("http"), "spec", "port")
                .with(Json.array(JsonObject.of("id", Json.of("x"))), "spec", "parts")
                .with(JsonObject.of("deep", Json.array(Json.of(1.5))), "spec", "raw")
                .at("spec")
                .map(JsonObject.class::cast)
                .orElseThrow();

        assertThat(spec.get(given, spec.field("size").index())).isEqualTo(1L);
        assertThat(spec.get(given, spec.field("port").index())).isEqualTo(IntOrString.of("http"));
        assertThat(spec.create(values(spec, given), spec.unknown(given))).isEqualTo(given);
        assertThat(WIDGET.schema()
                        .create(values(WIDGET.schema(), SMALL), WIDGET.schema().unknown(SMALL)))
                .isEqualTo(SMALL);
    }

    @Test
    void keepsWhatIsUndeclaredNullOrOfAnotherType() {
        var spec = specSchema();
        var odd = JsonObject.builder()
                .put("size", "five")
                .put("color", Json.NULL)
                .put("more", 1)
                .put("tags", Json.array(Json.of(1)))
                .build();

        assertThat(values(spec, odd)).containsOnlyNulls();
        assertThat(spec.unknown(odd).fields()).isEqualTo(odd.fields());
        assertThat(spec.create(values(spec, odd), spec.unknown(odd))).isEqualTo(odd);
    }

    @Test
    void readsAnOpenApiSchema() {
        var openApi = JsonObject.of(
                "properties",
                JsonObject.builder()
                        .put("metadata", JsonObject.of("type", Json.of("object")))
                        .put("max", JsonObject.of("type", Json.of("integer")).with("format", Json.of("int32")))
                        .put("ratio", JsonObject.of("type", Json.of("number")).with("default", Json.of(1.5)))
                        .put(
                                "box",
                                JsonObject.of("type", Json.of("object"))
                                        .with("x-kubernetes-map-type", Json.of("atomic")))
                        .build());

        var kind = Kind.dynamic("example.com/v1", "Thing")
                .schema(io.podium.api.schema.JsonSchema.of(openApi))
                .build();

        assertThat(kind.schema().fields()).extracting(Field::name).containsExactly("metadata", "box", "max", "ratio");
        assertThat(kind.schema().field("metadata").type()).isEqualTo(new FieldType.Struct(ObjectMeta.class));
        assertThat(kind.schema().field("max").type()).isEqualTo(Scalar.INT32);
        assertThat(kind.schema().field("ratio").defaultText()).isEqualTo("1.5");
        assertThat(kind.schema().field("box").merge().granularity()).isEqualTo(Granularity.ATOMIC);
    }

    @SuppressWarnings("unchecked") // an inline schema is one of JSON objects
    private static Schema<JsonObject> specSchema() {
        return (Schema<JsonObject>) ((Inline) WIDGET.schema().field("spec").type()).schema();
    }

    private static <T> @Nullable Object[] values(Schema<T> schema, T object) {
        return schema.fields().stream()
                .map(field -> schema.get(object, field.index()))
                .toArray();
    }
}
