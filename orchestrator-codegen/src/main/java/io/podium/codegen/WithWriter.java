package io.podium.codegen;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the interface through which a record makes changed copies of itself. */
final class WithWriter {
    private final ApiRecord record;
    private final JavaSource source;
    private final String name;

    WithWriter(ApiRecord record) {
        this.record = record;
        this.source = new JavaSource(record.packageName());
        this.name = source.name(qualified(""));
    }

    private String qualified(String suffix) {
        return (record.packageName().isEmpty() ? "" : record.packageName() + ".") + record.name() + suffix;
    }

    String write() {
        var parent = record.resource() ? " extends " + source.name(Names.API_OBJECT) + "<" + name + ">" : "";
        source.add("/** How a {@link %s} makes changed copies of itself. */\n", name);
        source.add("%ssealed interface %sWith%s permits %s {\n", record.visibility(), name, parent, name);
        if (record.resource()) {
            writeKind();
        }
        writeBuilderAccess();
        for (var component : record.components()) {
            writeWither(component);
            writeDefault(component);
        }
        writeWither(ApiRecord.UNKNOWN, source.name(Names.UNKNOWN_FIELDS), "withUnknown", ApiRecord.UNKNOWN, false);
        return source.add("}\n").text();
    }

    private void writeKind() {
        source.add("""

                    @Override
                    default %s<%s> kind() {
                        return %s.KIND;
                    }
                """, source.name(Names.KIND), name, name);
    }

    private void writeBuilderAccess() {
        var builder = name + "Builder";
        source.document("A builder that starts from this.", "@return a builder with every field of this");
        source.add("""
                    default %s toBuilder() {
                        return new %s().copyFrom((%s) this);
                    }
                """, builder, builder, name);
        source.document("A changed copy.", "@param change makes the changes", "@return the copy");
        source.add("""
                    default %s with(%s<%s> change) {
                        var builder = toBuilder();
                        change.accept(builder);
                        return builder.build();
                    }
                """, name, source.name(Names.CONSUMER), builder);
    }

    private void writeWither(Component component) {
        boolean overrides = record.resource() && component.name().equals("metadata");
        var wither = component.prefixed("with");
        writeWither(
                component.name(), component.declaredType(source), wither, component.present(name, source), overrides);
        if (component.widens()) {
            var box = component.type().in(source) + ".valueOf(" + component.name() + ")";
            writeWither(component.name(), component.primitiveName(), wither, box, false);
        }
    }

    private void writeWither(String component, String type, String wither, String value, boolean overrides) {
        if (overrides) {
            source.add("\n    @Override\n");
        } else {
            source.document(
                    "A copy with another {@link %s#%s}.".formatted(name, component),
                    "@param " + component + " the value to have",
                    "@return the copy");
        }
        var arguments = Stream.concat(record.components().stream().map(Component::name), Stream.of(ApiRecord.UNKNOWN))
                .map(other -> other.equals(component) ? value : "self." + other + "()")
                .collect(Collectors.joining(",\n                "));
        source.add("""
                    default %s %s(%s %s) {
                        var self = (%s) this;
                        return new %s(
                                %s);
                    }
                """, name, wither, type, component, name, name, arguments);
    }

    private void writeDefault(Component component) {
        var expression = DefaultValue.expression(component, source);
        if (expression.isEmpty()) {
            return;
        }
        var type = component.type() instanceof ComponentType.Scalar scalar && scalar.isPrimitive()
                ? component.primitiveName()
                : component.type().in(source);
        source.document(
                "The value of {@link %s#%s}, or else its default.".formatted(name, component.name()),
                "@return {@code " + component.defaultText() + "} if nothing was said");
        source.add("""
                    default %s %sOrDefault() {
                        var value = ((%s) this).%s();
                        return %s ? %s : value;
                    }
                """, type, component.name(), name, component.name(), absence(component), expression.get());
    }

    private String absence(Component component) {
        if (component.nullable()) {
            return "value == null";
        }
        if (component.type() == ComponentType.Scalar.STRING) {
            return "value.isEmpty()";
        }
        return component.primitive()
                ? "value == " + component.zero(source)
                : "value.equals(" + component.zero(source) + ")";
    }
}
