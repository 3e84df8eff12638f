package io.podium.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.core.Pod;
import io.podium.api.meta.Json;
import io.podium.api.meta.Sorted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the processor makes of every record of the API, against what reflection reads from it. */
class GeneratedSchemasTest {

    static List<Class<?>> apiTypes() throws Exception {
        var classes = Path.of(
                Pod.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (var files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("module-info"))
                    .sorted()
                    .map(GeneratedSchemasTest::load)
                    .filter(type -> type.isAnnotationPresent(ApiType.class))
                    .<Class<?>>map(type -> type)
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        try {
            var name = file.substring(0, file.length() - ".class".length())
                    .replace('/', '.')
                    .replace('\\', '.');
            return Class.forName(name, false, GeneratedSchemasTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void coverTheWholeApi() throws Exception {
        assertThat(apiTypes()).hasSizeGreaterThan(200).contains(Pod.class);
    }

    @ParameterizedTest
    @MethodSource("apiTypes")
    void sayWhatReflectionReads(Class<?> type) {
        var generated = Schema.of(type);
        var reflective = ReflectiveSchema.read(type);

        assertThat(generated).isNotInstanceOf(ReflectiveSchema.class);
        assertThat(generated.fields()).isEqualTo(reflective.fields());
    }

    @ParameterizedTest
    @MethodSource("apiTypes")
    void takeApartWhatTheyPutTogether(Class<?> type) {
        putTogether(Schema.of(type), ReflectiveSchema.read(type));
    }

    private static <T, R> void putTogether(Schema<T> generated, Schema<R> reflective) {
        var unknown = new UnknownFields(Sorted.of("later", Json.of(1)));
        var values = SampleValues.values(generated);

        var object = generated.create(values.clone(), unknown);

        assertThat(object).isEqualTo(reflective.create(values.clone(), unknown));
        assertThat(read(generated, object)).containsExactly(values);
        assertThat(read(reflective, reflective.type().cast(object))).containsExactly(values);
        assertThat(generated.unknown(object)).isEqualTo(unknown);
        assertThat(reflective.unknown(reflective.type().cast(object))).isEqualTo(unknown);
    }

    private static <T> @Nullable Object[] read(Schema<T> schema, T object) {
        return schema.fields().stream()
                .map(field -> schema.get(object, field.index()))
                .toArray();
    }

    @ParameterizedTest
    @MethodSource("apiTypes")
    void knowTheEmptyObject(Class<?> type) {
        Object empty = Schema.of(type).empty();

        assertThat(empty)
                .isEqualTo(ReflectiveSchema.read(type).empty())
                .isSameAs(Schema.of(type).empty());
    }
}
