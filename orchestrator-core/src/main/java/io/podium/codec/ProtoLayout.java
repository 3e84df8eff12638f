package io.podium.codec;

import io.podium.api.schema.Field;
import io.podium.api.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which field of a schema has which protobuf number. Where Kubernetes embeds a struct, JSON shows its fields inline and the wire has them
 * in a message of their own: that message is a slot with slots inside.
 */
final class ProtoLayout {
    private static final ClassValue<ProtoLayout> LAYOUTS = new ClassValue<>() {
        @Override
        protected ProtoLayout computeValue(Class<?> type) {
            return new ProtoLayout(Schema.of(type));
        }
    };

    private final List<Slot> slots;
    private final @Nullable Slot[] byNumber;

    /**
     * What a number stands for.
     *
     * @param number the protobuf number
     * @param field the field, or null if the number stands for an embedded message
     * @param embedded what the embedded message holds, or null
     */
    record Slot(int number, @Nullable Field field, @Nullable ProtoLayout embedded) {}

    static ProtoLayout of(Schema<?> schema) {
        return LAYOUTS.get(schema.type());
    }

    private ProtoLayout(Schema<?> schema) {
        this(slotsOf(schema));
    }

    private ProtoLayout(List<Slot> slots) {
        slots.sort(Comparator.comparingInt(Slot::number));
        this.slots = List.copyOf(slots);
        this.byNumber = new @Nullable Slot[slots.isEmpty() ? 0 : slots.getLast().number() + 1];
        for (var slot : slots) {
            byNumber[slot.number()] = slot;
        }
    }

    private static List<Slot> slotsOf(Schema<?> schema) {
        var slots = new ArrayList<Slot>();
        for (var field : schema.fields()) {
            if (field.number() == 0) {
                throw new IllegalArgumentException(schema.type().getName() + "." + field.name()
                        + " has no protobuf number; use JSON for this type");
            }
            if (field.in() == 0) {
                slots.add(new Slot(field.number(), field, null));
            }
        }
        schema.fields().stream()
                .mapToInt(Field::in)
                .filter(in -> in != 0)
                .distinct()
                .forEach(in -> slots.add(new Slot(in, null, new ProtoLayout(slotsIn(schema, in)))));
        return slots;
    }

    private static List<Slot> slotsIn(Schema<?> schema, int in) {
        var slots = new ArrayList<Slot>();
        for (var field : schema.fields()) {
            if (field.in() == in) {
                slots.add(new Slot(field.number(), field, null));
            }
        }
        return slots;
    }

    /** The slots, ordered by number. */
    List<Slot> slots() {
        return slots;
    }

    /** The slot of a number, or null if the schema does not have it. */
    @Nullable
    Slot slot(long number) {
        return number < byNumber.length ? byNumber[(int) number] : null;
    }
}
