package io.podium.api.schema;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The schema of a record that was compiled without the annotation processor, or is nested in another type: equal to what the
 * processor would have made, read from the record at run time.
 *
 * @param <T> the record type
 */
final class ReflectiveSchema<T> extends Schema<T> {
    private final List<MethodHandle> getters;
    private final MethodHandle unknown;
    private final MethodHandle constructor;
    private volatile @Nullable T empty;

    private ReflectiveSchema(Class<T> type, List<ReflectiveField> components, MethodHandles.Lookup lookup)
            throws ReflectiveOperationException {
        super(type, components.stream().map(ReflectiveField::field).toList());
        var declared = type.getRecordComponents();
        var generic = MethodType.methodType(Object.class, Object.class);
        getters = new ArrayList<>();
        for (var component : declared) {
            var accessor = component.getAccessor();
            accessor.trySetAccessible();
            getters.add(lookup.unreflect(accessor).asType(generic));
        }
        unknown = getters.removeLast();
        var canonical = type.getDeclaredConstructor(
                Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new));
        canonical.trySetAccessible();
        constructor = lookup.unreflectConstructor(canonical)
                .asSpreader(Object[].class, declared.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }

    /**
     * The schema of a record.
     *
     * @param type the record
     * @return its schema
     * @throws IllegalArgumentException if the record is declared in a way that no schema can be made of; the message names the
     *     component at fault
     */
    static Schema<?> read(Class<?> type) {
        if (!type.isAnnotationPresent(ApiType.class)) {
            throw new IllegalArgumentException(type.getName() + " is no @ApiType; annotate the record");
        }
        var components = type.getRecordComponents();
        if (components.length == 0 || components[components.length - 1].getType() != UnknownFields.class) {
            throw new IllegalArgumentException(
                    type.getName() + ": the last component keeps unknown fields; add UnknownFields unknown");
        }
        var fields = new ArrayList<ReflectiveField>();
        for (int index = 0; index < components.length - 1; index++) {
            fields.add(ReflectiveField.of(type, index, components[index]));
        }
        try {
            return new ReflectiveSchema<>(type, fields, MethodHandles.lookup());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    type.getName()
                            + " cannot be read by reflection; make the record public, and open its package to this module",
                    e);
        }
    }

    @Override
    public @Nullable Object get(T object, int index) {
        return call(getters.get(index), object);
    }

    @Override
    public UnknownFields unknown(T object) {
        return (UnknownFields) Objects.requireNonNull(call(unknown, object));
    }

    @Override
    public T create(@Nullable Object[] values, UnknownFields unknown) {
        var arguments = Arrays.copyOf(values, fields().size() + 1);
        for (var field : fields()) {
            if (arguments[field.index()] == null && !field.optional()) {
                arguments[field.index()] = ReflectiveField.zero(field.type());
            }
        }
        arguments[fields().size()] = unknown;
        return type().cast(Objects.requireNonNull(call(constructor, arguments)));
    }

    @Override
    public T empty() {
        var value = empty;
        if (value == null) {
            value = create(new Object[fields().size()], UnknownFields.NONE);
            empty = value;
        }
        return value;
    }

    /** Calls a handle of one argument, which declares that it throws anything; accessors and constructors of records do not. */
    private static @Nullable Object call(MethodHandle handle, Object argument) {
        try {
            return handle.invokeExact(argument);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record threw a checked exception", e);
        }
    }

    private static @Nullable Object call(MethodHandle handle, @Nullable Object[] arguments) {
        try {
            return handle.invokeExact(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record threw a checked exception", e);
        }
    }
}
