/**
 * Runs containers as Java functions of this JVM: an image is a {@link io.podium.api.runtime.ContainerFunction} that was registered under
 * its name.
 *
 * <p>A function has what a process has, as far as Java goes: an address of its own on Linux, a root directory with its volumes, arguments,
 * environment, a log, and a scope for further tasks that ends with it. It cannot be killed, limited, or told from other code of the JVM,
 * and no command can be run beside it; {@link io.podium.api.runtime.ContainerRuntime#capabilities} and {@link
 * io.podium.api.runtime.Machine#unenforced} say so. When its pod ends it is asked to end, and interrupted once the grace period has passed.
 */
@NullMarked
package io.podium.runtime.jvm;

import org.jspecify.annotations.NullMarked;
