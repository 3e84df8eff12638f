package io.podium.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes of all modules, told apart by the directory or jar that they were read from. */
final class Modules {

    /** All of them, read once: that takes longer than any rule. */
    static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.podium");

    private Modules() {}

    /** Matches the classes of one module, and arrays of them, by the name of its directory. */
    static DescribedPredicate<JavaClass> module(String name) {
        return DescribedPredicate.describe(
                "classes of " + name,
                type -> type.getBaseComponentType()
                        .getSource()
                        .map(source -> source.getUri().toString().contains("/" + name + "/"))
                        .orElse(false));
    }
}
