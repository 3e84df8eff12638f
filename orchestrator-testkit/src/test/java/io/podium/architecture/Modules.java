package io.podium.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled classes of all modules, told apart by the directory or jar that they were read from. */
final class Modules {

    private Modules() {}

    static JavaClasses all() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.podium");
    }

    /** Matches the classes of one module, by the name of its directory. */
    static DescribedPredicate<JavaClass> module(String name) {
        return DescribedPredicate.describe(
                "classes of " + name,
                type -> type.getSource()
                        .map(source -> source.getUri().toString().contains("/" + name + "/"))
                        .orElse(false));
    }
}
