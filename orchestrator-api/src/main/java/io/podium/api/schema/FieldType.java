package io.podium.api.schema;

import org.jspecify.annotations.Nullable;

/** The type of a {@link Field}'s value. */
public sealed interface FieldType {

    /** A value without parts. */
    enum Scalar implements FieldType {
        /** A {@link String}. */
        STRING,
        /** A {@link Boolean}. */
        BOOL,
        /** An {@link Integer}. */
        INT32,
        /** A {@link Long}. */
        INT64,
        /** A {@link Double}. */
        DOUBLE,
        /** An {@link io.podium.api.meta.Bytes}, base64 in JSON. */
        BYTES,
        /** An {@link java.time.Instant} with seconds. */
        TIME,
        /** An {@link java.time.Instant} with microseconds. */
        MICRO_TIME,
        /** An {@link io.podium.api.meta.Quantity}. */
        QUANTITY,
        /** An {@link io.podium.api.meta.IntOrString}. */
        INT_OR_STRING,
        /** A {@link io.podium.api.meta.Json} value of any shape. */
        JSON
    }

    /**
     * A record with fields of its own, found when first asked for, because types refer to each other in circles.
     *
     * @param type the Java type
     */
    record Struct(Class<?> type) implements FieldType {
        /**
         * The schema of the record.
         *
         * @return its schema
         */
        public Schema<?> schema() {
            return Schema.of(type);
        }
    }

    /**
     * A value whose schema was made at run time.
     *
     * @param schema its schema
     */
    record Inline(Schema<?> schema) implements FieldType {}

    /**
     * A {@link java.util.List}.
     *
     * @param element the type of its elements
     */
    record ListOf(FieldType element) implements FieldType {}

    /**
     * A {@link java.util.Map} with string keys.
     *
     * @param value the type of its values
     */
    record MapOf(FieldType value) implements FieldType {}

    /**
     * The schema of a type that has fields.
     *
     * @return the schema, or null for scalars, lists and maps
     */
    default @Nullable Schema<?> schemaOrNull() {
        return switch (this) {
            case Struct struct -> struct.schema();
            case Inline inline -> inline.schema();
            case Scalar scalar -> null;
            case ListOf list -> null;
            case MapOf map -> null;
        };
    }
}
