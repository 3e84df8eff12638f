/** The group {@code policy}: evictions. All fields of Kubernetes v1.34, as immutable records. */
@NullMarked
package io.podium.api.policy;

import org.jspecify.annotations.NullMarked;
