/** The core group ({@code v1}): pods, nodes, services, configuration and events. All fields of Kubernetes v1.34, as immutable records. */
@NullMarked
package io.podium.api.core;

import org.jspecify.annotations.NullMarked;
