package io.podium.api.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the resource under which objects of a record are stored and served.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ApiResource {
    /**
     * The API group.
     *
     * @return the group, empty for the core group
     */
    String group() default "";

    /**
     * The served version.
     *
     * @return for example {@code v1}
     */
    String version() default "v1";

    /**
     * The resource name in URLs.
     *
     * @return the lower-case plural
     */
    String plural();

    /**
     * Whether objects live in a namespace.
     *
     * @return false for cluster-scoped kinds
     */
    boolean namespaced() default true;

    /**
     * Abbreviations that command line tools accept.
     *
     * @return the short names
     */
    String[] shortNames() default {};

    /**
     * Groups of resources it belongs to, such as {@code all}.
     *
     * @return the categories
     */
    String[] categories() default {};

    /**
     * The served subresources.
     *
     * @return names such as {@code status} and {@code scale}
     */
    String[] subresources() default {};
}
