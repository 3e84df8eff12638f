/**
 * The way to the API server: one interface for components in this JVM, in another one, and against a real Kubernetes.
 *
 * <p>Calls block. Failures are {@link io.podium.api.client.ApiException}s, which mirror Kubernetes' status reasons.
 */
@NullMarked
package io.podium.api.client;

import org.jspecify.annotations.NullMarked;
