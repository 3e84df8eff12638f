package io.podium.api.schema;

import io.podium.api.meta.Bytes;
import io.podium.api.meta.IntOrString;
import io.podium.api.meta.Json;
import io.podium.api.meta.Quantity;
import io.podium.api.meta.Sorted;
import io.podium.api.schema.FieldType.Scalar;
import io.podium.api.schema.Merge.Granularity;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@link Field} from a component of a record.
 *
 * @param field the field
 */
record ReflectiveField(Field field) {

    static ReflectiveField of(Class<?> owner, int index, RecordComponent component) {
        var proto = component.getAnnotation(Proto.class);
        var jsonName = component.getAnnotation(JsonName.class);
        var standard = component.getAnnotation(Default.class);
        return new ReflectiveField(new Field(
                index,
                jsonName == null ? component.getName() : jsonName.value(),
                proto == null ? 0 : proto.value(),
                proto == null ? 0 : proto.in(),
                type(owner, component),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                has(component, Always.class),
                merge(component),
                standard == null ? null : standard.value(),
                has(component, Immutable.class)));
    }

    private static boolean has(RecordComponent component, Class<? extends Annotation> annotation) {
        return component.isAnnotationPresent(annotation);
    }

    private static Merge merge(RecordComponent component) {
        var listMap = component.getAnnotation(ListMap.class);
        var mergeKey = component.getAnnotation(MergeKey.class);
        var granularity = has(component, Atomic.class)
                ? Granularity.ATOMIC
                : has(component, ListSet.class)
                        ? Granularity.BY_VALUE
                        : listMap != null ? Granularity.BY_KEY : Granularity.DEFAULT;
        return new Merge(
                granularity,
                listMap == null ? List.of() : List.of(listMap.value()),
                mergeKey != null,
                mergeKey == null ? "" : mergeKey.value(),
                has(component, RetainKeys.class));
    }

    private static FieldType type(Class<?> owner, RecordComponent component) {
        var type = type(component.getGenericType());
        if (has(component, MicroTime.class) && type == Scalar.TIME) {
            return Scalar.MICRO_TIME;
        }
        if (type == null) {
            throw new IllegalArgumentException(owner.getName() + "." + component.getName() + ": its type "
                    + component.getGenericType().getTypeName()
                    + " has no place in a schema; use String, a primitive or its box, Instant, Bytes, Quantity, IntOrString,"
                    + " Json, an @ApiType record, a List of these or a Map of String to these");
        }
        return type;
    }

    private static @Nullable FieldType type(Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            var argument = type(arguments[arguments.length - 1]);
            if (argument == null) {
                return null;
            }
            boolean map = generic.getRawType() == Map.class && arguments[0] == String.class;
            return map
                    ? new FieldType.MapOf(argument)
                    : generic.getRawType() == List.class ? new FieldType.ListOf(argument) : null;
        }
        return type instanceof Class<?> plain ? type(plain) : null;
    }

    private static @Nullable FieldType type(Class<?> type) {
        if (type.isAnnotationPresent(ApiType.class)) {
            return new FieldType.Struct(type);
        }
        return type == String.class
                ? Scalar.STRING
                : type == boolean.class || type == Boolean.class
                        ? Scalar.BOOL
                        : type == int.class || type == Integer.class
                                ? Scalar.INT32
                                : type == long.class || type == Long.class
                                        ? Scalar.INT64
                                        : type == double.class || type == Double.class
                                                ? Scalar.DOUBLE
                                                : valueType(type);
    }

    private static @Nullable FieldType valueType(Class<?> type) {
        return type == Instant.class
                ? Scalar.TIME
                : type == Bytes.class
                        ? Scalar.BYTES
                        : type == Quantity.class
                                ? Scalar.QUANTITY
                                : type == IntOrString.class
                                        ? Scalar.INT_OR_STRING
                                        : type == Json.class ? Scalar.JSON : null;
    }

    /** The value that stands for absence in a field that is never absent. */
    static @Nullable Object zero(FieldType type) {
        return switch (type) {
            case Scalar scalar ->
                switch (scalar) {
                    case STRING -> "";
                    case BOOL -> false;
                    case INT32 -> 0;
                    case INT64 -> 0L;
                    case DOUBLE -> 0.0;
                    case BYTES, TIME, MICRO_TIME, QUANTITY, INT_OR_STRING, JSON -> null;
                };
            case FieldType.Struct struct -> struct.schema().empty();
            case FieldType.Inline inline -> inline.schema().empty();
            case FieldType.ListOf list -> List.of();
            case FieldType.MapOf map -> Sorted.empty();
        };
    }
}
