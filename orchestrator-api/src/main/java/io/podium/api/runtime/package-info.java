/**
 * What an agent asks of whatever runs containers: a daemon, the host's processes, Java functions, or a simulation. Shaped like the
 * Container Runtime Interface of Kubernetes (CRI v1): sandboxes, and containers in them.
 */
@NullMarked
package io.podium.api.runtime;

import org.jspecify.annotations.NullMarked;
