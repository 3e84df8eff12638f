package io.podium.api.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one type, with a way to read them from an object and to make an object of them.
 *
 * <p>Codecs, patches, comparison and field ownership are written once, against this class. The annotation processor makes a
 * schema for each record that is an {@link ApiType}; {@link #of} makes one by reflection for a record that was compiled without it;
 * a kind known only at run time has a schema whose objects are {@link io.podium.api.meta.Json} objects.
 *
 * @param <T> the type of the objects
 */
public abstract class Schema<T> {
    private static final ClassValue<Schema<?>> SCHEMAS = new ClassValue<>() {
        @Override
        protected Schema<?> computeValue(Class<?> type) {
            return SchemaLookup.find(type);
        }
    };

    private final Class<T> type;
    private final List<Field> fields;
    private final Map<String, Field> byName;

    /**
     * A schema.
     *
     * @param type the type of its objects
     * @param fields its fields, in the order in which {@link #create} takes their values
     */
    protected Schema(Class<T> type, List<Field> fields) {
        this.type = type;
        this.fields = List.copyOf(fields);
        this.byName = new LinkedHashMap<>();
        for (var field : fields) {
            byName.put(field.name(), field);
        }
    }

    /**
     * The schema of a record type.
     *
     * @param type a record whose components carry the annotations of this package
     * @param <T> the record type
     * @return the schema that the annotation processor made, or else one made by reflection
     * @throws IllegalArgumentException if the type is no such record; the message names the component at fault
     */
    @SuppressWarnings("unchecked") // find(type) answers a Schema of that type
    public static <T> Schema<T> of(Class<T> type) {
        return (Schema<T>) SCHEMAS.get(type);
    }

    /**
     * The Java type of the objects.
     *
     * @return the type
     */
    public final Class<T> type() {
        return type;
    }

    /**
     * The fields.
     *
     * @return them in the order of declaration
     */
    public final List<Field> fields() {
        return fields;
    }

    /**
     * The field with a JSON name.
     *
     * @param name the JSON name
     * @return the field, or null if there is none
     */
    public final @Nullable Field field(String name) {
        return byName.get(name);
    }

    /**
     * The value of a field.
     *
     * @param object an object
     * @param index the {@linkplain Field#index() position} of the field
     * @return its value, scalars boxed; null if absent
     */
    public abstract @Nullable Object get(T object, int index);

    /**
     * The fields of an object that this schema does not declare.
     *
     * @param object an object
     * @return its unknown fields
     */
    public abstract UnknownFields unknown(T object);

    /**
     * An object of given values.
     *
     * @param values a value for each field, in order; null where absent, which gives a field that has no absence its zero value
     * @param unknown fields that this schema does not declare
     * @return the object
     */
    public abstract T create(@Nullable Object[] values, UnknownFields unknown);

    /**
     * The object in which nothing is said.
     *
     * @return a shared object
     */
    public abstract T empty();

    /**
     * Whether fields that this schema does not declare belong to its objects all the same.
     *
     * @return false if they are an error to a strict reader
     */
    public boolean preservesUnknown() {
        return false;
    }

    @Override
    public String toString() {
        return "Schema of " + type.getName();
    }
}
