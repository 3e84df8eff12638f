package io.podium.testkit.sim;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a parameterized test once per seed, beginning with seed 0, so that every run of the build sees the same ones. The
 * seed stands in the name of each invocation.
 *
 * <pre>{@code
 * @ParameterizedTest
 * @SeedSource(runs = 200)
 * void convergesOnceFaultsStop(long seed) { … }
 * }</pre>
 *
 * <p>The system property {@code podium.seed} replays a single seed; {@code podium.seeds} replaces the number of runs, and
 * {@code podium.seeds.from} the first seed, for longer searches.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(SeedArguments.class)
public @interface SeedSource {

    /**
     * How many seeds are tried.
     *
     * @return at least 1
     */
    int runs() default 20;
}
