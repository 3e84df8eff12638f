package io.podium.codegen;

import java.util.Arrays;
import java.util.Set;

/** Writes the setters by which the builder of a resource reaches its metadata directly. */
final class MetadataWriter {
    private static final String MAP = "java.util.Map";

    private final ApiRecord record;
    private final JavaSource source;
    private final String builder;
    private final Set<String> taken;

    MetadataWriter(ApiRecord record, JavaSource source, String builder, Set<String> taken) {
        this.record = record;
        this.source = source;
        this.builder = builder;
        this.taken = taken;
    }

    void write() {
        writeSetter("name", "String");
        writeSetter("namespace", "String");
        writeSetter("generateName", "String");
        writeSetter("labels", mapOfStrings());
        writeSetter("annotations", mapOfStrings());
        writePut("labels", "label");
        writePut("annotations", "annotation");
        writeAdd("finalizers", "finalizer", "java.lang.String");
        writeAdd("ownerReferences", "ownerReference", "io.podium.api.meta.OwnerReference");
    }

    private String mapOfStrings() {
        return source.name(MAP) + "<String, String>";
    }

    private boolean wants(String component, String method) {
        return record.metadata().contains(component) && !taken.contains(method);
    }

    private void writeSetter(String component, String type) {
        if (!wants(component, component)) {
            return;
        }
        document("Sets {@code metadata.%s}.".formatted(component), "@param " + component + " the value");
        var wither = "with" + Character.toUpperCase(component.charAt(0)) + component.substring(1);
        source.add("""
                    public %s %s(%s %s) {
                        return metadata(this.metadata.%s(%s));
                    }
                """, builder, component, type, component, wither, component);
    }

    private void writePut(String component, String method) {
        if (!wants(component, method)) {
            return;
        }
        document(
                "Puts one into {@code metadata.%s}.".formatted(component),
                "@param key its key",
                "@param value its value");
        source.add("""
                    public %s %s(String key, String value) {
                        return metadata(this.metadata.toBuilder().%s(key, value).build());
                    }
                """, builder, method, method);
    }

    private void writeAdd(String component, String method, String type) {
        if (!wants(component, method)) {
            return;
        }
        document("Adds one to {@code metadata.%s}.".formatted(component), "@param added the value to add");
        source.add("""
                    public %s %s(%s added) {
                        return metadata(this.metadata.toBuilder().%s(added).build());
                    }
                """, builder, method, source.name(type), method);
    }

    private void document(String text, String... parameters) {
        var tags = Arrays.copyOf(parameters, parameters.length + 1);
        tags[parameters.length] = "@return this builder";
        source.document(text, tags);
    }
}
