package io.podium.codegen;

import java.util.List;
import java.util.Set;

/**
 * A record that is an {@code @ApiType}.
 *
 * @param packageName its package, empty for the unnamed one
 * @param name its simple name
 * @param isPublic whether it is public; what is generated is as visible
 * @param prose whether its builder is written by hand
 * @param resource whether it is an {@code @ApiResource}
 * @param components its components without the last, which keeps unknown fields
 * @param metadata the components of its metadata, if it is a resource
 */
record ApiRecord(
        String packageName,
        String name,
        boolean isPublic,
        boolean prose,
        boolean resource,
        List<Component> components,
        Set<String> metadata) {

    /** The name of the last component. */
    static final String UNKNOWN = "unknown";

    String visibility() {
        return isPublic ? "public " : "";
    }
}
