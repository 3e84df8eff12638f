package io.podium.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.podium.architecture.Modules.module;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * No component reads the clock, draws a random number, starts a thread, parks or sleeps by itself: the dispatcher it was
 * given does. One forgotten call, and two runs of a seed differ.
 */
class GivenTimeTest {

    /** Full names of methods and constructors, as regular expressions. */
    private static final Pattern FORBIDDEN = Pattern.compile(String.join(
            "|",
            List.of(
                    "java\\.time\\.\\w+\\.now",
                    "java\\.time\\.(Clock|InstantSource)\\.(system|tick)\\w*",
                    "java\\.lang\\.System\\.(currentTimeMillis|nanoTime|identityHashCode)",
                    "java\\.util\\.(Date|GregorianCalendar|Timer)\\.<init>",
                    "java\\.lang\\.Math\\.random",
                    "java\\.util\\.(Random|SplittableRandom)\\.<init>",
                    "java\\.security\\.SecureRandom\\..*",
                    "java\\.util\\.concurrent\\.ThreadLocalRandom\\..*",
                    "java\\.util\\.random\\..*",
                    "java\\.util\\.UUID\\.randomUUID",
                    "java\\.util\\.Collections\\.shuffle",
                    "java\\.lang\\.Thread\\.(<init>|ofVirtual|ofPlatform|startVirtualThread|sleep|join|yield|onSpinWait)",
                    "java\\.lang\\.Thread\\$Builder.*",
                    "java\\.lang\\.Object\\.wait",
                    "java\\.util\\.concurrent\\.locks\\.LockSupport\\..*",
                    "java\\.util\\.concurrent\\.(locks\\.Condition|CountDownLatch)\\.await\\w*",
                    "java\\.util\\.concurrent\\.(Executors|ForkJoinPool|ThreadPoolExecutor|ScheduledThreadPoolExecutor)\\..*",
                    "java\\.util\\.concurrent\\.CompletableFuture\\.(\\w+Async|orTimeout|completeOnTimeout|delayedExecutor)",
                    "java\\.util\\.(Collection|List|Set)\\.parallelStream",
                    "java\\.util\\.stream\\.\\w+\\.parallel")));

    private static final DescribedPredicate<JavaAccess<?>> IS_FORBIDDEN = DescribedPredicate.describe(
            "the system's clock, randomness or threads",
            access -> FORBIDDEN
                    .matcher(access.getTarget().getOwner().getName() + "."
                            + access.getTarget().getName())
                    .matches());

    @Test
    void onlyTheDispatcherReadsClockRandomAndThreads() {
        ArchRule rule = outsideTheDispatcher(module("orchestrator-api").or(module("orchestrator-core")));

        rule.allowEmptyShould(true).check(Modules.ALL);
    }

    @Test
    void findsWhatItForbids() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);

        var result = outsideTheDispatcher(assignableTo(Offender.class)).evaluate(offender);

        assertThat(result.getFailureReport().getDetails())
                .hasSize(6)
                .anySatisfy(line -> assertThat(line).contains("java.time.Instant.now()"))
                .anySatisfy(line -> assertThat(line).contains("java.lang.Thread.sleep("))
                .anySatisfy(line -> assertThat(line).contains("java.util.UUID.randomUUID()"))
                .anySatisfy(line -> assertThat(line).contains("java.util.Random.<init>()"))
                .anySatisfy(line -> assertThat(line).contains("java.util.concurrent.CompletableFuture.runAsync("))
                .anySatisfy(line -> assertThat(line).contains("java.lang.Thread.startVirtualThread("));
    }

    private static ArchRule outsideTheDispatcher(DescribedPredicate<? super JavaClass> types) {
        return noClasses()
                .that(types)
                .and(DescribedPredicate.not(resideInAPackage("io.podium.dispatch..")))
                .should()
                .accessTargetWhere(IS_FORBIDDEN);
    }

    /** Breaks the rule six times, by calls and by method references. */
    private static final class Offender implements Callable<Object> {
        private final Supplier<UUID> ids = UUID::randomUUID;
        private final Random random = new Random();

        @Override
        public Object call() throws InterruptedException {
            Thread.sleep(random.nextInt());
            Thread.startVirtualThread(() -> {});
            return List.of(ids.get(), Instant.now(), CompletableFuture.runAsync(() -> {}));
        }
    }
}
