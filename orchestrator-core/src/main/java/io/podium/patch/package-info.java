/**
 * Changes to an object that are sent instead of the whole object: JSON patch (RFC 6902), merge patch (RFC 7396) and Kubernetes'
 * strategic merge patch.
 *
 * <p>A patch turns one JSON document into another and does nothing else: whether the result is a valid object is asked afterwards.
 * The same patch and document give the same result, always.
 */
@NullMarked
package io.podium.patch;

import org.jspecify.annotations.NullMarked;
