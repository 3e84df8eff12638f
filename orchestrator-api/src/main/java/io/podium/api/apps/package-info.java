/** The group {@code apps}: workloads that keep pods running. All fields of Kubernetes v1.34, as immutable records. */
@NullMarked
package io.podium.api.apps;

import org.jspecify.annotations.NullMarked;
