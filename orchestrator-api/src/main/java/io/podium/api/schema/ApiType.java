package io.podium.api.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record as a Kubernetes type: the annotation processor makes its builder, its withers and its {@link Schema}.
 *
 * <p>How a component is declared says what its absence means. A {@code @Nullable} component (a boxed scalar, a string, a record) may
 * be absent, and absent differs from zero. A primitive, a {@code String} that is not nullable, a list or a map has no absence: its
 * zero value ({@code 0}, {@code false}, {@code ""}, empty) is left out of the encoded form, unless it is {@link Always}. A record
 * that is not nullable is always present, empty if nothing was said. The last component is an {@link UnknownFields}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ApiType {
    /**
     * Whether the type has a hand-written builder, which extends a generated {@code …BuilderBase}.
     *
     * @return true if the builder {@code …Builder} is written by hand
     */
    boolean prose() default false;
}
