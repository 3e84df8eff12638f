/** Puts a cluster together: store, API server, controllers, scheduler and agents in this JVM. */
@NullMarked
package io.podium.cluster;

import org.jspecify.annotations.NullMarked;
