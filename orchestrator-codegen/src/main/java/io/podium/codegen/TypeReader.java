package io.podium.codegen;

import io.podium.codegen.ComponentType.ListOf;
import io.podium.codegen.ComponentType.MapOf;
import io.podium.codegen.ComponentType.Scalar;
import io.podium.codegen.ComponentType.Struct;
import java.util.Optional;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the type of a component. */
final class TypeReader {
    private final Annotations annotations;

    TypeReader(Annotations annotations) {
        this.annotations = annotations;
    }

    /** The type of a component, or nothing if a component cannot have it. */
    Optional<ComponentType> read(RecordComponentElement component) {
        var type = read(component.asType());
        boolean micro = annotations.has(component, Names.MICRO_TIME);
        return micro ? type.filter(Scalar.TIME::equals).map(time -> Scalar.MICRO_TIME) : type;
    }

    private Optional<ComponentType> read(TypeMirror type) {
        return switch (type.getKind()) {
            case BOOLEAN -> Optional.of(Scalar.BOOL);
            case INT -> Optional.of(Scalar.INT32);
            case LONG -> Optional.of(Scalar.INT64);
            case DOUBLE -> Optional.of(Scalar.DOUBLE);
            case DECLARED -> readDeclared((DeclaredType) type);
            default -> Optional.empty();
        };
    }

    private Optional<ComponentType> readDeclared(DeclaredType type) {
        var element = (TypeElement) type.asElement();
        var name = element.getQualifiedName().toString();
        var arguments = type.getTypeArguments();
        if (name.equals("java.util.List") && arguments.size() == 1) {
            return read(arguments.getFirst()).map(ListOf::new);
        }
        if (name.equals("java.util.Map") && arguments.size() == 2 && isString(arguments.getFirst())) {
            return read(arguments.getLast()).map(MapOf::new);
        }
        if (annotations.has(element, Names.API_TYPE)) {
            return Optional.of(new Struct(name, element.getNestingKind() == NestingKind.TOP_LEVEL));
        }
        return scalar(name);
    }

    private static Optional<ComponentType> scalar(String qualifiedName) {
        for (var scalar : Scalar.values()) {
            if (scalar.qualifiedName().equals(qualifiedName)) {
                return Optional.of(scalar);
            }
        }
        return Optional.empty();
    }

    private static boolean isString(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                && ((TypeElement) ((DeclaredType) type).asElement())
                        .getQualifiedName()
                        .contentEquals("java.lang.String");
    }
}
