package io.podium.codegen;

import io.podium.codegen.Component.Merging;
import io.podium.codegen.ComponentType.ListOf;
import io.podium.codegen.ComponentType.MapOf;
import io.podium.codegen.ComponentType.Scalar;
import io.podium.codegen.ComponentType.Struct;
import java.util.List;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads one component with its annotations. */
final class ComponentReader {
    private final Annotations annotations;
    private final TypeReader types;

    ComponentReader(Annotations annotations) {
        this.annotations = annotations;
        this.types = new TypeReader(annotations);
    }

    Component read(TypeElement owner, RecordComponentElement element) throws DeclarationException {
        var reading = new Reading(owner, element);
        var type = types.read(element)
                .orElseThrow(
                        () -> reading.error("its type " + element.asType() + " has no place in a schema; use String, a"
                                + " primitive or its box, Instant, Bytes, Quantity, IntOrString, Json, an @ApiType record, a List of"
                                + " these or a Map of String to these" + reading.microTimeHint()));
        boolean nullable = isNullable(element);
        requireAbsence(reading, type, nullable);
        var name = element.getSimpleName().toString();
        var component = new Component(
                name,
                reading.jsonName(),
                type,
                element.asType().getKind().isPrimitive(),
                nullable,
                reading.number("value"),
                reading.number("in"),
                reading.has(Names.ALWAYS),
                readMerging(reading, type),
                reading.text(Names.DEFAULT),
                reading.has(Names.IMMUTABLE));
        if (!DefaultValue.isReadable(component)) {
            throw reading.error("@Default(\"" + component.defaultText() + "\") is no value of its type; correct it");
        }
        return component;
    }

    /** A type annotation is seen on some of these, depending on the compiler. */
    private boolean isNullable(RecordComponentElement element) {
        return annotations.has(element.asType(), Names.NULLABLE)
                || annotations.has(element.getAccessor().getReturnType(), Names.NULLABLE)
                || annotations.has(element, Names.NULLABLE);
    }

    private static void requireAbsence(Reading reading, ComponentType type, boolean nullable)
            throws DeclarationException {
        if (nullable && (type instanceof ListOf || type instanceof MapOf)) {
            throw reading.error("a list or map is absent when empty; remove @Nullable");
        }
        if (!nullable && type instanceof Scalar scalar && scalar != Scalar.STRING && !reading.isPrimitive()) {
            throw reading.error("its type has no zero value to stand for absence; make it @Nullable"
                    + (scalar.isPrimitive() ? " or primitive" : ""));
        }
    }

    private Merging readMerging(Reading reading, ComponentType type) throws DeclarationException {
        boolean atomic = reading.has(Names.ATOMIC);
        boolean byValue = reading.has(Names.LIST_SET);
        var keys = reading.strings(Names.LIST_MAP);
        if ((atomic ? 1 : 0) + (byValue ? 1 : 0) + (keys.isEmpty() ? 0 : 1) > 1) {
            throw reading.error("@Atomic, @ListSet and @ListMap exclude each other; keep one");
        }
        if (atomic && type instanceof Scalar) {
            throw reading.error("@Atomic divides nothing here, a scalar has no parts; remove it");
        }
        if (byValue && !(type instanceof ListOf list && list.element() instanceof Scalar)) {
            throw reading.error("@ListSet belongs on a list of scalars; remove it");
        }
        for (var key : keys) {
            requireKey(reading, "@ListMap", type, key);
        }
        var patchKey = reading.text(Names.MERGE_KEY);
        requirePatchKey(reading, type, patchKey);
        var granularity = atomic ? "ATOMIC" : byValue ? "BY_VALUE" : keys.isEmpty() ? "DEFAULT" : "BY_KEY";
        return new Merging(
                granularity, keys, patchKey != null, patchKey == null ? "" : patchKey, reading.has(Names.RETAIN_KEYS));
    }

    private void requirePatchKey(Reading reading, ComponentType type, @Nullable String key)
            throws DeclarationException {
        if (key == null) {
            return;
        }
        if (!key.isEmpty()) {
            requireKey(reading, "@MergeKey", type, key);
        } else if (!(type instanceof ListOf list && list.element() instanceof Scalar)) {
            throw reading.error("@MergeKey without a key belongs on a list of scalars; name the key");
        }
    }

    /** A key must be a field of the records in the list. */
    private void requireKey(Reading reading, String annotation, ComponentType type, String key)
            throws DeclarationException {
        if (!(type instanceof ListOf list && list.element() instanceof Struct)) {
            throw reading.error(annotation + " belongs on a list of @ApiType records; remove it");
        }
        var element = (TypeElement) ((DeclaredType) reading.typeArgument()).asElement();
        boolean known = element.getRecordComponents().stream()
                .anyMatch(
                        component -> new Reading(element, component).jsonName().equals(key));
        if (!known) {
            throw reading.error(annotation + " names \"" + key + "\", but " + element.getSimpleName()
                    + " has no such field; name one of its fields");
        }
    }

    /** A component while it is read. */
    private final class Reading {
        private final TypeElement owner;
        private final RecordComponentElement component;

        Reading(TypeElement owner, RecordComponentElement component) {
            this.owner = owner;
            this.component = component;
        }

        boolean has(String annotation) {
            return annotations.has(component, annotation);
        }

        boolean isPrimitive() {
            return component.asType().getKind().isPrimitive();
        }

        TypeMirror typeArgument() {
            return ((DeclaredType) component.asType()).getTypeArguments().getFirst();
        }

        String jsonName() {
            var given = text(Names.JSON_NAME);
            return given == null ? component.getSimpleName().toString() : given;
        }

        /** The value of an annotation, or null where the component does not carry it. */
        @Nullable
        String text(String annotation) {
            var found = annotations.find(component, annotation);
            return found.isPresent() ? (String) annotations.value(found.get(), "value") : null;
        }

        List<String> strings(String annotation) {
            var found = annotations.find(component, annotation);
            return found.isPresent() ? annotations.strings(found.get(), "value") : List.of();
        }

        int number(String member) throws DeclarationException {
            var proto = annotations.find(component, Names.PROTO);
            int number = proto.isPresent() ? (int) annotations.value(proto.get(), member) : 0;
            if (number < 0 || proto.isPresent() && member.equals("value") && number == 0) {
                throw error("a protobuf number is at least 1, not " + number + "; correct it");
            }
            return number;
        }

        String microTimeHint() {
            return has(Names.MICRO_TIME) ? "; @MicroTime belongs on an Instant" : "";
        }

        DeclarationException error(String message) {
            return new DeclarationException(
                    component, owner.getSimpleName() + "." + component.getSimpleName() + ": " + message);
        }
    }
}
