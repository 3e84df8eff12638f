package io.podium.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.podium.architecture.Modules.module;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Dependencies point one way: testkit → core → api. Controllers, scheduler and agent meet only through stored objects,
 * which is why each of them can run in this JVM, in another one, or against a real Kubernetes without a changed line.
 */
class DependencyTest {

    @Test
    void apiNeedsNothingButAnnotationsAndLogging() {
        ArchRule rule = classes()
                .that(module("orchestrator-api"))
                .should()
                .onlyDependOnClassesThat(module("orchestrator-api")
                        .or(resideInAnyPackage(
                                "java..",
                                "javax.crypto..",
                                "javax.net..",
                                "org.jspecify.annotations",
                                "com.google.errorprone.annotations..",
                                "org.slf4j..")));

        check(rule);
    }

    @Test
    void coreDoesNotKnowItsTestkit() {
        ArchRule rule = noClasses()
                .that(module("orchestrator-core"))
                .should()
                .dependOnClassesThat(module("orchestrator-testkit"));

        check(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "io.podium.controller.., io.podium.scheduler..",
        "io.podium.controller.., io.podium.agent..",
        "io.podium.scheduler.., io.podium.controller.*..",
        "io.podium.scheduler.., io.podium.agent..",
        "io.podium.agent.., io.podium.controller.*..",
        "io.podium.agent.., io.podium.scheduler..",
    })
    void componentsMeetOnlyThroughStoredObjects(String component, String other) {
        ArchRule rule =
                noClasses().that(resideInAPackage(component)).should().dependOnClassesThat(resideInAPackage(other));

        check(rule);
    }

    @ParameterizedTest
    @CsvSource({"io.podium.controller..", "io.podium.scheduler..", "io.podium.agent.."})
    void componentsReachObjectsOnlyThroughTheClient(String component) {
        ArchRule rule = noClasses()
                .that(resideInAPackage(component))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("io.podium.apiserver..", "io.podium.store..", "io.podium.cache.."));

        check(rule);
    }

    /** A rule about a component holds, too, before the component has any class. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(Modules.ALL);
    }
}
