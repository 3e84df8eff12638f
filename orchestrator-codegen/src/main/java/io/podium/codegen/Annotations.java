package io.podium.codegen;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads annotations by name. */
final class Annotations {
    private final Elements elements;

    Annotations(Elements elements) {
        this.elements = elements;
    }

    Optional<? extends AnnotationMirror> find(Element element, String qualifiedName) {
        return element.getAnnotationMirrors().stream()
                .filter(annotation -> isNamed(annotation, qualifiedName))
                .findFirst();
    }

    boolean has(Element element, String qualifiedName) {
        return find(element, qualifiedName).isPresent();
    }

    boolean has(TypeMirror type, String qualifiedName) {
        return type.getAnnotationMirrors().stream().anyMatch(annotation -> isNamed(annotation, qualifiedName));
    }

    /** A member's value, be it given or the default of the annotation's declaration. */
    Object value(AnnotationMirror annotation, String member) {
        return elements.getElementValuesWithDefaults(annotation).entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                .map(entry -> entry.getValue().getValue())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(annotation + " has no member " + member));
    }

    /** The value of a member that is an array of strings. */
    List<String> strings(AnnotationMirror annotation, String member) {
        return ((List<?>) value(annotation, member))
                .stream()
                        .map(item -> (String) ((AnnotationValue) item).getValue())
                        .toList();
    }

    private static boolean isNamed(AnnotationMirror annotation, String qualifiedName) {
        return ((TypeElement) annotation.getAnnotationType().asElement())
                .getQualifiedName()
                .contentEquals(qualifiedName);
    }
}
