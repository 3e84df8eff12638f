package io.podium.api.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The number of a component in Kubernetes' protobuf form.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Proto {
    /**
     * The field number.
     *
     * @return at least 1
     */
    int value();

    /**
     * The number of the message that holds the field on the wire, where Kubernetes embeds a struct and JSON shows it inline.
     *
     * @return 0 for a field of the message itself
     */
    int in() default 0;
}
