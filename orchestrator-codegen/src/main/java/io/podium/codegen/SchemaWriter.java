package io.podium.codegen;

import io.podium.codegen.ComponentType.ListOf;
import io.podium.codegen.ComponentType.MapOf;
import io.podium.codegen.ComponentType.Scalar;
import io.podium.codegen.ComponentType.Struct;
import java.util.stream.Collectors;

/**
 * Writes the schema of a record.
 *
 * <p>Initialising a schema must not initialise its record, nor any other schema: a record may hold its own empty value in a constant,
 * and two threads that started at either end would wait for each other. So the empty value is made when first asked for.
 */
final class SchemaWriter {
    private final ApiRecord record;
    private final JavaSource source;
    private final String name;
    private final String schema;

    SchemaWriter(ApiRecord record) {
        this.record = record;
        this.source = new JavaSource(record.packageName());
        this.name = record.name();
        this.schema = name + "Schema";
    }

    String write() {
        source.add("/** The schema of {@link %s}. */\n", name);
        source.add("%sfinal class %s extends %s<%s> {\n", record.visibility(), schema, source.name(Names.SCHEMA), name);
        source.add("    /** The schema. */\n");
        source.add("    public static final %s INSTANCE = new %s();\n\n", schema, schema);
        source.add("    private %s empty;\n", source.nullable(name));
        writeFields();
        writeGet();
        writeUnknown();
        writeCreate();
        writeEmpty();
        return source.add("}\n").text();
    }

    private void writeFields() {
        var list = source.name("java.util.List");
        source.add("\n    private %s() {\n        super(%s.class, %s.of(", schema, name, list);
        var separator = "\n                ";
        for (int index = 0; index < record.components().size(); index++) {
            source.add("%s%s", separator, field(index, record.components().get(index)));
            separator = ",\n                ";
        }
        source.add("));\n    }\n");
    }

    private String field(int index, Component component) {
        return "new %s(%d, %s, %d, %d, %s, %s, %s, %s, %s, %s)"
                .formatted(
                        source.name(Names.FIELD),
                        index,
                        DefaultValue.quoted(component.jsonName()),
                        component.number(),
                        component.in(),
                        type(component.type()),
                        component.nullable(),
                        component.always(),
                        merge(component.merge()),
                        component.defaultText() == null ? "null" : DefaultValue.quoted(component.defaultText()),
                        component.immutable());
    }

    private String type(ComponentType type) {
        var fieldType = source.name(Names.FIELD_TYPE);
        return switch (type) {
            case Scalar scalar -> fieldType + ".Scalar." + scalar.name();
            case Struct struct -> "new " + fieldType + ".Struct(" + struct.in(source) + ".class)";
            case ListOf list -> "new " + fieldType + ".ListOf(" + type(list.element()) + ")";
            case MapOf map -> "new " + fieldType + ".MapOf(" + type(map.value()) + ")";
        };
    }

    private String merge(Component.Merging merge) {
        var type = source.name(Names.MERGE);
        if (merge.equals(Component.Merging.PLAIN)) {
            return type + ".PLAIN";
        }
        return "new %s(%s.Granularity.%s, List.of(%s), %s, %s, %s)"
                .formatted(
                        type,
                        type,
                        merge.granularity(),
                        merge.keys().stream().map(DefaultValue::quoted).collect(Collectors.joining(", ")),
                        merge.strategic(),
                        DefaultValue.quoted(merge.patchKey()),
                        merge.retainKeys());
    }

    private void writeGet() {
        source.add("\n    @Override\n");
        source.add("    public %s get(%s object, int index) {\n", source.nullable("Object"), name);
        source.add("        return switch (index) {\n");
        for (int index = 0; index < record.components().size(); index++) {
            source.add(
                    "            case %d -> object.%s();\n",
                    index, record.components().get(index).name());
        }
        source.add("            default -> throw new IndexOutOfBoundsException(\"%s has no field \" + index);\n", name);
        source.add("        };\n    }\n");
    }

    private void writeUnknown() {
        source.add("""

                    @Override
                    public %s unknown(%s object) {
                        return object.unknown();
                    }
                """, source.name(Names.UNKNOWN_FIELDS), name);
    }

    private void writeCreate() {
        boolean unchecked = record.components().stream()
                .anyMatch(component -> component.type() instanceof ListOf || component.type() instanceof MapOf);
        source.add("\n    @Override\n");
        if (unchecked) {
            source.add("    @SuppressWarnings(\"unchecked\") // the fields say what the values are\n");
        }
        source.add(
                "    public %s create(%s[] values, %s unknown) {\n        return new %s(\n",
                name, source.nullable("Object"), source.name(Names.UNKNOWN_FIELDS), name);
        for (int index = 0; index < record.components().size(); index++) {
            source.add("                %s,\n", value(index, record.components().get(index)));
        }
        source.add("                unknown);\n    }\n");
    }

    private String value(int index, Component component) {
        var cast = "(%s) values[%d]".formatted(component.type().in(source), index);
        return component.nullable()
                ? cast
                : "values[%d] == null ? %s : %s".formatted(index, component.zero(source), cast);
    }

    private void writeEmpty() {
        var unknown = source.name(Names.UNKNOWN_FIELDS);
        source.add("""

                    @Override
                    public %s empty() {
                        var value = empty;
                        if (value == null) {
                            var made = create(new Object[%d], %s.NONE);
                            value = empty; // making it may have initialised the record, which asks for it too
                            value = value == null ? made : value;
                            empty = value;
                        }
                        return value;
                    }
                """, name, record.components().size(), unknown);
    }
}
