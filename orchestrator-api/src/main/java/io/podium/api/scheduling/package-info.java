/** The group {@code scheduling.k8s.io}: priorities of pods. All fields of Kubernetes v1.34, as immutable records. */
@NullMarked
package io.podium.api.scheduling;

import org.jspecify.annotations.NullMarked;
