/** The group {@code coordination.k8s.io}: leases. All fields of Kubernetes v1.34, as immutable records. */
@NullMarked
package io.podium.api.coordination;

import org.jspecify.annotations.NullMarked;
