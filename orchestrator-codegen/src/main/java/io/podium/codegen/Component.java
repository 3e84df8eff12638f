package io.podium.codegen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One component of a record, as it was declared.
 *
 * @param name the name in Java
 * @param jsonName the name in JSON
 * @param type what it holds
 * @param primitive whether it is declared with the primitive type
 * @param nullable whether it may be null
 * @param number the protobuf number, 0 for none
 * @param in the number of the message it is embedded in, 0 for none
 * @param always whether its zero value is encoded
 * @param merge how it is merged
 * @param defaultText its default as JSON text, or null
 * @param immutable whether no update may change it
 */
record Component(
        String name,
        String jsonName,
        ComponentType type,
        boolean primitive,
        boolean nullable,
        int number,
        int in,
        boolean always,
        Merging merge,
        @Nullable String defaultText,
        boolean immutable) {

    /** The arguments of {@code Merge}. */
    record Merging(String granularity, List<String> keys, boolean strategic, String patchKey, boolean retainKeys) {
        static final Merging PLAIN = new Merging("DEFAULT", List.of(), false, "", false);
    }

    /** The declared type, with its nullness, as {@code source} names it. */
    String declaredType(JavaSource source) {
        if (primitive) {
            return primitiveName();
        }
        return nullable ? source.nullable(type.in(source)) : type.in(source);
    }

    /** The name of the primitive type of this component's scalar. */
    String primitiveName() {
        return switch ((ComponentType.Scalar) type) {
            case BOOL -> "boolean";
            case INT32 -> "int";
            case INT64 -> "long";
            case DOUBLE -> "double";
            default -> throw new IllegalStateException(name + " is not primitive");
        };
    }

    /** Whether {@code 30} would not fit its boxed type, so that setters take the primitive type too. */
    boolean widens() {
        return !primitive && (type == ComponentType.Scalar.INT64 || type == ComponentType.Scalar.DOUBLE);
    }

    /** An expression for the value that stands for absence. */
    String zero(JavaSource source) {
        if (nullable) {
            return "null";
        }
        return switch (type) {
            case ComponentType.Scalar scalar ->
                switch (scalar) {
                    case STRING -> "\"\"";
                    case BOOL -> "false";
                    case INT32 -> "0";
                    case INT64 -> "0L";
                    case DOUBLE -> "0.0";
                    default -> throw new IllegalStateException(name + " has no zero value");
                };
            case ComponentType.Struct struct -> struct.empty(source);
            case ComponentType.ListOf list -> source.name("java.util.List") + ".of()";
            case ComponentType.MapOf map -> source.name(Names.SORTED) + ".empty()";
        };
    }

    /** An expression for a value that is set: itself, refused if it is null although the component cannot be absent. */
    String present(String record, JavaSource source) {
        boolean checked = !primitive
                && !nullable
                && !(type instanceof ComponentType.ListOf)
                && !(type instanceof ComponentType.MapOf);
        return checked
                ? "%s.requireNonNull(%s, \"%s.%s is null; leave out what is not to be said\")"
                        .formatted(source.name("java.util.Objects"), name, record, name)
                : name;
    }

    /** The name with a prefix: {@code withFoo} of {@code foo}. */
    String prefixed(String prefix) {
        return prefix + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
