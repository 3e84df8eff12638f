package io.podium.codegen;

import java.io.IOException;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;

/**
 * Makes, for each top-level record {@code X} that is an {@code @ApiType}, the interface {@code XWith} that the record implements, its
 * builder {@code XBuilder} ({@code XBuilderBase} where the builder is written by hand) and {@code XSchema}.
 *
 * <p>A nested record gets none of these; its schema is made by reflection.
 */
public final class ApiTypeProcessor extends AbstractProcessor {

    /** For the compiler, which finds the processor by its service entry. */
    public ApiTypeProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Names.API_TYPE);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (var annotation : annotations) {
            for (var type : ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))) {
                if (type.getNestingKind() == NestingKind.TOP_LEVEL) {
                    generate(type);
                }
            }
        }
        return false;
    }

    private void generate(TypeElement type) {
        var messager = processingEnv.getMessager();
        try {
            var declared = new RecordReader(processingEnv.getElementUtils()).read(type);
            write(type, declared, "With", new WithWriter(declared).write());
            write(type, declared, "Schema", new SchemaWriter(declared).write());
            var builder = declared.prose() ? "BuilderBase" : "Builder";
            write(type, declared, builder, new BuilderWriter(declared).write());
        } catch (DeclarationException e) {
            messager.printMessage(Diagnostic.Kind.ERROR, e.getMessage(), e.element());
        } catch (IOException e) {
            messager.printMessage(Diagnostic.Kind.ERROR, type + ": generated source cannot be written: " + e, type);
        }
    }

    private void write(TypeElement origin, ApiRecord declared, String suffix, String text) throws IOException {
        var prefix = declared.packageName().isEmpty() ? "" : declared.packageName() + ".";
        var file = processingEnv.getFiler().createSourceFile(prefix + declared.name() + suffix, origin);
        try (var writer = file.openWriter()) {
            writer.write(text);
        }
    }
}
