package io.podium.api.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A list whose elements are identified by some of their fields ({@code x-kubernetes-list-type: map}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ListMap {
    /**
     * The fields that identify an element.
     *
     * @return their JSON names
     */
    String[] value();
}
