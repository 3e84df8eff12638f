/** The group {@code batch}: workloads that run pods to completion. All fields of Kubernetes v1.34, as immutable records. */
@NullMarked
package io.podium.api.batch;

import org.jspecify.annotations.NullMarked;
