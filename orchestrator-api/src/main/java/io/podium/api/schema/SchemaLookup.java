package io.podium.api.schema;

import java.lang.invoke.MethodHandles;

/** Finds the schema of a record: the generated one beside it, or one made by reflection. */
final class SchemaLookup {
    /** What the annotation processor appends to the name of a record to name its schema. */
    static final String SUFFIX = "Schema";

    private SchemaLookup() {}

    static Schema<?> find(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(
                    type.getName() + " is no record; declare the type as a record that is an @ApiType");
        }
        try {
            var generated = Class.forName(type.getName() + SUFFIX, true, type.getClassLoader());
            return (Schema<?>) MethodHandles.publicLookup()
                    .unreflectGetter(generated.getField("INSTANCE"))
                    .invoke();
        } catch (ClassNotFoundException e) {
            return ReflectiveSchema.read(type);
        } catch (Throwable e) {
            throw new IllegalArgumentException("the generated schema of " + type.getName() + " cannot be read", e);
        }
    }
}
