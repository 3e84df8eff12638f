/** The group {@code discovery.k8s.io}: the addresses behind a service. All fields of Kubernetes v1.34, as immutable records. */
@NullMarked
package io.podium.api.discovery;

import org.jspecify.annotations.NullMarked;
