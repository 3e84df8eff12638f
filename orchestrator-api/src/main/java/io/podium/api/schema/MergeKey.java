package io.podium.api.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A list that a strategic merge patch merges ({@code x-kubernetes-patch-strategy: merge}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface MergeKey {
    /**
     * The field that identifies an element.
     *
     * @return its JSON name, empty for a list of scalars
     */
    String value() default "";
}
