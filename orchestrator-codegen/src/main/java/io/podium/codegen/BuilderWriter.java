package io.podium.codegen;

import io.podium.codegen.ComponentType.ListOf;
import io.podium.codegen.ComponentType.MapOf;
import io.podium.codegen.ComponentType.Scalar;
import io.podium.codegen.ComponentType.Struct;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/** Writes the builder of a record, or the base of one that is written by hand. */
final class BuilderWriter {
    private final ApiRecord record;
    private final JavaSource source;
    private final String name;
    /** The type that setters return, and the expression for it. */
    private final String builder;

    private final String self;
    private final Set<String> methods = new HashSet<>();

    BuilderWriter(ApiRecord record) {
        this.record = record;
        this.source = new JavaSource(record.packageName());
        this.name = record.name();
        this.builder = record.prose() ? "B" : name + "Builder";
        this.self = record.prose() ? "self()" : "this";
        for (var component : record.components()) {
            methods.add(component.name());
        }
    }

    String write() {
        writeHead();
        writeState();
        for (var component : record.components()) {
            writeSetters(component);
        }
        var unknown = source.name(Names.UNKNOWN_FIELDS);
        writeSetter(ApiRecord.UNKNOWN, unknown, "Sets the fields that the record does not declare.", ApiRecord.UNKNOWN);
        if (record.resource()) {
            new MetadataWriter(record, source, builder, methods).write();
        }
        writeBuild();
        writeGrowable();
        return source.add("}\n").text();
    }

    private void writeHead() {
        if (record.prose()) {
            source.add(
                    "/**\n * What every builder of a {@link %s} can do.\n *\n * @param <B> the builder itself\n */\n",
                    name);
            source.add("abstract class %sBuilderBase<B extends %sBuilderBase<B>> {\n", name, name);
        } else {
            source.add("/** Makes a {@link %s}, field by field. Not safe for use by several threads. */\n", name);
            source.add("%sfinal class %sBuilder {\n", record.visibility(), name);
        }
    }

    private void writeState() {
        for (var component : record.components()) {
            var zero = component.zero(source);
            boolean implied = component.nullable() || component.primitive();
            source.add(
                    "    private %s %s%s;\n",
                    component.declaredType(source), component.name(), implied ? "" : " = " + zero);
        }
        var unknown = source.name(Names.UNKNOWN_FIELDS);
        source.add("    private %s unknown = %s.NONE;\n", unknown, unknown);
        if (record.prose()) {
            source.add("\n    %sBuilderBase() {}\n\n    /** This builder. */\n    abstract B self();\n", name);
        } else {
            source.document("A builder of a {@code %s} in which nothing is said yet.".formatted(name));
            source.add("    public %sBuilder() {}\n", name);
            source.document(
                    "A builder that starts from an object.",
                    "@param object the object",
                    "@return a builder with every field of it");
            source.add("""
                        public static %sBuilder from(%s object) {
                            return new %sBuilder().copyFrom(object);
                        }
                    """, name, name, name);
        }
        source.add("\n    /** Takes every field of an object. */\n    %s copyFrom(%s object) {\n", builder, name);
        componentNames().forEach(component -> source.add("        this.%s = object.%s();\n", component, component));
        source.add("        return %s;\n    }\n", self);
    }

    private Stream<String> componentNames() {
        return Stream.concat(record.components().stream().map(Component::name), Stream.of(ApiRecord.UNKNOWN));
    }

    private void writeSetters(Component component) {
        var text = "Sets {@link %s#%s}.".formatted(name, component.name());
        var type = component.declaredType(source);
        switch (component.type()) {
            case Scalar scalar -> {
                writeSetter(component.name(), type, text, component.present(name, source));
                if (component.widens()) {
                    var box = scalar.in(source) + ".valueOf(" + component.name() + ")";
                    writeSetter(component.name(), component.primitiveName(), text, box);
                }
            }
            case Struct struct -> {
                writeSetter(component.name(), type, text, component.present(name, source));
                writeStructChange(component, struct);
            }
            case ListOf list -> {
                var copy = source.name("java.util.List") + ".copyOf(" + component.name() + ")";
                writeSetter(component.name(), type, text, copy);
                writeListAdders(component, list.element());
            }
            case MapOf map -> {
                var copy = source.name(Names.SORTED) + ".copyOf(" + component.name() + ")";
                writeSetter(component.name(), type, text, copy);
                writeMapAdders(component, map.value());
            }
        }
    }

    private void writeSetter(String component, String type, String text, String value) {
        source.document(text, "@param " + component + " the value", "@return this builder");
        source.add("""
                    public %s %s(%s %s) {
                        this.%s = %s;
                        return %s;
                    }
                """, builder, component, type, component, component, value, self);
    }

    private void writeStructChange(Component component, Struct struct) {
        if (!struct.generated()) {
            return;
        }
        var nested = struct.builder(source);
        var start = component.nullable()
                ? "this.%s == null ? new %s() : this.%s.toBuilder()"
                        .formatted(component.name(), nested, component.name())
                : "this.%s.toBuilder()".formatted(component.name());
        source.document(
                "Changes {@link %s#%s}, starting from the present value.".formatted(name, component.name()),
                "@param change makes the changes",
                "@return this builder");
        source.add("""
                    public %s %s(%s<%s> change) {
                        var builder = %s;
                        change.accept(builder);
                        return %s(builder.build());
                    }
                """, builder, component.name(), source.name(Names.CONSUMER), nested, start, component.name());
    }

    private void writeListAdders(Component component, ComponentType element) {
        var type = element.in(source);
        if (element instanceof Scalar) {
            var copy = source.name("java.util.List") + ".of(" + component.name() + ")";
            writeSetter(component.name(), type + "...", "Sets {@link %s#%s}.".formatted(name, component.name()), copy);
        }
        var adder = adderName(component);
        var text = "Adds one to {@link %s#%s}.".formatted(name, component.name());
        methods.add(adder);
        source.document(text, "@param added the value to add", "@return this builder");
        source.add("""
                    public %s %s(%s added) {
                        this.%s = growable(this.%s);
                        this.%s.add(added);
                        return %s;
                    }
                """, builder, adder, type, component.name(), component.name(), component.name(), self);
        if (element instanceof Struct struct && struct.generated()) {
            source.document(text, "@param change says what to add, starting from nothing", "@return this builder");
            source.add(
                    """
                        public %s %s(%s<%s> change) {
                            var builder = new %s();
                            change.accept(builder);
                            return %s(builder.build());
                        }
                    """,
                    builder, adder, source.name(Names.CONSUMER), struct.builder(source), struct.builder(source), adder);
        }
    }

    /** The singular, or {@code addFoo} where that is the plural itself, another component, or no Java name. */
    private String adderName(Component component) {
        var singular = Singular.of(component.name());
        return methods.contains(singular) || SourceVersion.isKeyword(singular)
                ? "add" + Character.toUpperCase(singular.charAt(0)) + singular.substring(1)
                : singular;
    }

    private void writeMapAdders(Component component, ComponentType value) {
        var singular = Singular.of(component.name());
        var adder = SourceVersion.isKeyword(singular) ? component.name() : singular;
        methods.add(adder);
        source.document(
                "Puts one into {@link %s#%s}.".formatted(name, component.name()),
                "@param key its key",
                "@param value its value",
                "@return this builder");
        source.add("""
                    public %s %s(String key, %s value) {
                        this.%s = growable(this.%s);
                        this.%s.put(key, value);
                        return %s;
                    }
                """, builder, adder, value.in(source), component.name(), component.name(), component.name(), self);
    }

    private void writeBuild() {
        source.document("Makes the object; the builder can be used on.", "@return an object of the present values");
        source.add("    public %s build() {\n        return new %s(\n                ", name, name);
        source.add("%s", componentNames().collect(Collectors.joining(",\n                ")));
        source.add(");\n    }\n");
    }

    /** A list or map of a builder is either immutable or the builder's own. */
    private void writeGrowable() {
        if (record.components().stream().anyMatch(component -> component.type() instanceof ListOf)) {
            var array = source.name("java.util.ArrayList");
            source.add("""

                        private static <T> List<T> growable(List<T> list) {
                            return list instanceof %s ? list : new %s<>(list);
                        }
                    """, array, array);
        }
        if (record.components().stream().anyMatch(component -> component.type() instanceof MapOf)) {
            var tree = source.name("java.util.TreeMap");
            source.add("""

                        private static <T> Map<String, T> growable(Map<String, T> map) {
                            return map instanceof %s ? map : new %s<>(map);
                        }
                    """, tree, tree);
        }
    }
}
