/**
 * Where to begin: {@link io.podium.api.Cluster} starts a cluster in this JVM, and the handles it gives read, change and await what runs
 * there.
 */
@NullMarked
package io.podium.api;

import org.jspecify.annotations.NullMarked;
