/** The group {@code autoscaling}: the scale subresource. All fields of Kubernetes v1.34, as immutable records. */
@NullMarked
package io.podium.api.autoscaling;

import org.jspecify.annotations.NullMarked;
