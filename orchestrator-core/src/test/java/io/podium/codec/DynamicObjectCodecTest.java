package io.podium.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.meta.DynamicObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.Kind;
import io.podium.api.meta.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;

class DynamicObjectCodecTest {
    private static final Kind<DynamicObject> WIDGET = Kind.dynamic("golden.example.com/v1", "Widget")
            .schema(root -> root.object(
                    "spec",
                    spec -> spec.integer("size")
                            .string("note")
                            .stringMap("notes")
                            .listMap(
                                    "parts",
                                    List.of("id"),
                                    part -> part.string("id").number("weight"))
                            .any("raw")))
            .build();

    private static final String JSON =
            "{\"apiVersion\":\"golden.example.com/v1\",\"kind\":\"Widget\",\"metadata\":{\"name\":\"w\"},"
                    + "\"spec\":{\"note\":null,\"parts\":[],\"raw\":{\"any\":[[],null,1.5]},\"size\":\"wrong\"}}";

    @Test
    void keepsNullsEmptyListsAndValuesOfTheWrongType() {
        var widget = JsonReader.plain().read(WIDGET, JSON.getBytes(UTF_8), Strictness.strict());

        assertThat(widget.name()).isEqualTo("w");
        assertThat(widget.at("spec", "note")).contains(Json.NULL);
        assertThat(JsonWriter.write(widget)).asString(UTF_8).isEqualTo(JSON);
        assertThat(Trees.fromTree(WIDGET, Trees.toTree(widget), Strictness.strict()))
                .isEqualTo(widget);
    }

    @Test
    void tellsOfDuplicatesFirstAndOfUndeclaredFieldsInOrder() {
        var strictness = Strictness.warning();
        var json =
                "{\"zeta\":1,\"spec\":{\"bogus\":1},\"alpha\":1,\"metadata\":{\"name\":\"w\",\"more\":1},\"spec\":{}}";

        JsonReader.plain().read(WIDGET, json.getBytes(UTF_8), strictness);

        assertThat(strictness.warnings())
                .containsExactly(
                        "duplicate field \"spec\"",
                        "unknown field \"metadata.more\"",
                        "unknown field \"alpha\"",
                        "unknown field \"spec.bogus\"",
                        "unknown field \"zeta\"");
    }

    @Test
    void findsUndeclaredFieldsAtAnyDepth() {
        var kinds = Kinds.builtIn();
        kinds.register(WIDGET);
        var yaml = """
                apiVersion: golden.example.com/v1
                kind: Widget
                metadata: {name: w, bogus: 1}
                spec:
                  notes: {any: name}
                  parts:
                  - id: a
                    bogus: 2
                  raw: {any: thing}
                  bogus: 3
                status: {}
                """;

        var manifest = new Manifests(kinds, Interner.NONE).read(yaml, Strictness.Mode.WARN);

        assertThat(manifest.warnings())
                .containsExactlyInAnyOrder(
                        "document 1, line 3: unknown field \"metadata.bogus\", value 1",
                        "document 1, line 8: unknown field \"spec.parts[0].bogus\", value 2",
                        "document 1, line 10: unknown field \"spec.bogus\", value 3",
                        "document 1, line 11: unknown field \"status\", value {}");
    }

    @Test
    void readsMetadataStrictly() {
        assertThatThrownBy(() -> JsonReader.plain()
                        .read(WIDGET, "{\"metadata\": {\"name\": 7}}".getBytes(UTF_8), Strictness.ignoring()))
                .hasMessageContaining("metadata.name: cannot read the number 7 as a string");
    }
}
