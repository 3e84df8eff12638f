package io.podium.api.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReflectiveSchemaTest {

    @ApiType
    record Backup(
            String volume,
            @Default("3") @Nullable Integer copies,
            @ListMap("name") List<Target> targets,
            @Always @Immutable boolean paused,
            @MicroTime @Nullable Instant last,
            UnknownFields unknown) {}

    @ApiType
    record Target(String name, UnknownFields unknown) {}

    @Test
    void readsARecordThatNobodyGeneratedFor() {
        var schema = Schema.of(Backup.class);

        var backup = schema.create(new Object[] {"data", null, null, null, null}, UnknownFields.NONE);

        assertThat(backup).isEqualTo(new Backup("data", null, List.of(), false, null, UnknownFields.NONE));
        assertThat(schema.get(backup, 0)).isEqualTo("data");
        assertThat(schema.field("copies")).isNotNull().satisfies(copies -> {
            assertThat(copies.defaultText()).isEqualTo("3");
            assertThat(copies.optional()).isTrue();
        });
        assertThat(schema.field("targets").merge().keys()).containsExactly("name");
        assertThat(schema.field("targets").type()).isEqualTo(new FieldType.ListOf(new FieldType.Struct(Target.class)));
        assertThat(schema.field("paused")).matches(Field::always).matches(Field::immutable);
        assertThat(schema.field("last").type()).isEqualTo(FieldType.Scalar.MICRO_TIME);
    }

    @ApiType
    record Careless(String name) {}

    @ApiType
    record Odd(Thread thread, UnknownFields unknown) {}

    @Test
    void refusesWhatItCannotRead() {
        assertThatThrownBy(() -> Schema.of(Careless.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Careless: the last component keeps unknown fields");
        assertThatThrownBy(() -> Schema.of(Odd.class))
                .hasMessageContaining("Odd.thread: its type java.lang.Thread has no place");
        assertThatThrownBy(() -> Schema.of(String.class)).hasMessageContaining("java.lang.String is no record");
    }
}
