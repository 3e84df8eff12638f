package io.podium.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests a cluster.
 *
 * <pre>{@code
 * @PodiumTest
 * class WebTest {
 *     @Test
 *     void becomesAvailable(Cluster cluster) { … }
 * }
 * }</pre>
 *
 * <p>Each test has a cluster of its own, started when it asks for one. With {@link #shared} all tests of the class, and its constructor and
 * {@code @BeforeAll} methods, get the same.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PodiumExtension.class)
public @interface PodiumTest {

    /**
     * How many nodes the cluster has.
     *
     * @return at least 1
     */
    int nodes() default 1;

    /**
     * What runs the containers.
     *
     * @return processes of this machine unless said
     */
    NodeRuntime runtime() default NodeRuntime.PROCESS;

    /**
     * Whether all tests of the class have one cluster.
     *
     * @return false unless said
     */
    boolean shared() default false;
}
