package io.podium.codegen;

/** What a component of a record holds. */
sealed interface ComponentType {

    /** The Java type, boxed, qualified and with type arguments as {@code source} names them. */
    String in(JavaSource source);

    /** A value without parts; the names are those of {@code FieldType.Scalar}. */
    enum Scalar implements ComponentType {
        STRING("java.lang.String"),
        BOOL("java.lang.Boolean"),
        INT32("java.lang.Integer"),
        INT64("java.lang.Long"),
        DOUBLE("java.lang.Double"),
        BYTES("io.podium.api.meta.Bytes"),
        TIME("java.time.Instant"),
        MICRO_TIME("java.time.Instant"),
        QUANTITY("io.podium.api.meta.Quantity"),
        INT_OR_STRING("io.podium.api.meta.IntOrString"),
        JSON("io.podium.api.meta.Json");

        private final String qualifiedName;

        Scalar(String qualifiedName) {
            this.qualifiedName = qualifiedName;
        }

        String qualifiedName() {
            return qualifiedName;
        }

        /** Whether a component may be of the primitive type. */
        boolean isPrimitive() {
            return switch (this) {
                case BOOL, INT32, INT64, DOUBLE -> true;
                default -> false;
            };
        }

        @Override
        public String in(JavaSource source) {
            return source.name(qualifiedName);
        }
    }

    /**
     * Another record that is an {@code @ApiType}.
     *
     * @param qualifiedName its name
     * @param generated whether builder and schema stand beside it; not so for nested records
     */
    record Struct(String qualifiedName, boolean generated) implements ComponentType {
        @Override
        public String in(JavaSource source) {
            return source.name(qualifiedName);
        }

        String builder(JavaSource source) {
            return source.name(qualifiedName + "Builder");
        }

        /** An expression for the record in which nothing is said. */
        String empty(JavaSource source) {
            return generated
                    ? source.name(qualifiedName + "Schema") + ".INSTANCE.empty()"
                    : source.name(Names.SCHEMA) + ".of(" + in(source) + ".class).empty()";
        }
    }

    /** A list. */
    record ListOf(ComponentType element) implements ComponentType {
        @Override
        public String in(JavaSource source) {
            return source.name("java.util.List") + "<" + element.in(source) + ">";
        }
    }

    /** A map with string keys. */
    record MapOf(ComponentType value) implements ComponentType {
        @Override
        public String in(JavaSource source) {
            return source.name("java.util.Map") + "<" + source.name("java.lang.String") + ", " + value.in(source) + ">";
        }
    }
}
