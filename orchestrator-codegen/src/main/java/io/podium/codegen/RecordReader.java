package io.podium.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads a record that is an {@code @ApiType}, and refuses one of which nothing sound can be made. */
final class RecordReader {
    private final Elements elements;
    private final Annotations annotations;
    private final ComponentReader components;

    RecordReader(Elements elements) {
        this.elements = elements;
        this.annotations = new Annotations(elements);
        this.components = new ComponentReader(annotations);
    }

    ApiRecord read(TypeElement type) throws DeclarationException {
        var name = type.getSimpleName().toString();
        requireShape(type, name);
        boolean resource = annotations.has(type, Names.API_RESOURCE);
        var apiType = annotations.find(type, Names.API_TYPE).orElseThrow();
        return new ApiRecord(
                elements.getPackageOf(type).getQualifiedName().toString(),
                name,
                type.getModifiers().contains(Modifier.PUBLIC),
                (boolean) annotations.value(apiType, "prose"),
                resource,
                readComponents(type),
                resource ? readMetadata(type) : Set.of());
    }

    private static void requireShape(TypeElement type, String name) throws DeclarationException {
        if (type.getKind() != ElementKind.RECORD) {
            throw new DeclarationException(
                    type, name + ": @ApiType describes records; declare " + name + " as a record");
        }
        if (!type.getTypeParameters().isEmpty()) {
            throw new DeclarationException(type, name + ": an @ApiType has no type parameters; remove them");
        }
        var withers = name + "With";
        if (type.getInterfaces().stream().noneMatch(face -> withers.equals(simpleName(face.toString())))) {
            throw new DeclarationException(
                    type,
                    name + ": the generated withers are missed; declare it as record " + name + "(…) implements "
                            + withers);
        }
    }

    private static String simpleName(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private List<Component> readComponents(TypeElement type) throws DeclarationException {
        var declared = type.getRecordComponents();
        if (declared.isEmpty() || !isUnknownFields(declared.getLast())) {
            throw new DeclarationException(
                    type,
                    type.getSimpleName() + ": the last component keeps unknown fields; add UnknownFields "
                            + ApiRecord.UNKNOWN);
        }
        var numbers = new HashMap<String, String>();
        var names = new HashMap<String, String>();
        var read = new ArrayList<Component>();
        for (var element : declared.subList(0, declared.size() - 1)) {
            var component = components.read(type, element);
            if (component.number() > 0) {
                var number = component.number() + (component.in() > 0 ? " in " + component.in() : "");
                requireUnique(type, element, "protobuf number " + number, numbers.put(number, component.name()));
            }
            var jsonName = component.jsonName();
            requireUnique(type, element, "JSON name " + jsonName, names.put(jsonName, component.name()));
            read.add(component);
        }
        return read;
    }

    private static void requireUnique(TypeElement type, Element component, String what, @Nullable String other)
            throws DeclarationException {
        if (other != null) {
            throw new DeclarationException(
                    component,
                    type.getSimpleName() + "." + component.getSimpleName() + ": " + what + " is that of " + other
                            + "; give each its own");
        }
    }

    private static boolean isUnknownFields(RecordComponentElement component) {
        return component.getSimpleName().contentEquals(ApiRecord.UNKNOWN)
                && simpleName(component.asType().toString()).equals("UnknownFields");
    }

    /** The names of the components of the metadata that a resource must have. */
    private static Set<String> readMetadata(TypeElement type) throws DeclarationException {
        var metadata = type.getRecordComponents().stream()
                .filter(component -> component.getSimpleName().contentEquals("metadata"))
                .filter(component -> component.asType() instanceof DeclaredType declared
                        && ((TypeElement) declared.asElement())
                                .getQualifiedName()
                                .contentEquals(Names.OBJECT_META))
                .findFirst()
                .orElseThrow(() -> new DeclarationException(
                        type,
                        type.getSimpleName()
                                + ": an @ApiResource has metadata; add the component ObjectMeta metadata"));
        requireKind(type);
        var names = new LinkedHashSet<String>();
        for (var component : ((TypeElement) ((DeclaredType) metadata.asType()).asElement()).getRecordComponents()) {
            names.add(component.getSimpleName().toString());
        }
        return names;
    }

    private static void requireKind(TypeElement type) throws DeclarationException {
        var name = type.getSimpleName();
        boolean declared = type.getEnclosedElements().stream()
                .anyMatch(member -> member.getKind() == ElementKind.FIELD
                        && member.getModifiers().contains(Modifier.STATIC)
                        && member.getSimpleName().contentEquals("KIND"));
        if (!declared) {
            throw new DeclarationException(
                    type,
                    "%s: an @ApiResource names its kind; add public static final Kind<%s> KIND = Kind.of(%s.class)"
                            .formatted(name, name, name));
        }
    }
}
