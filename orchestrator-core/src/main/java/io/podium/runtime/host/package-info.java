/**
 * What the runtimes that run on this very machine share: loopback addresses for pods, the place of mounts, sandboxes, facts about the
 * machine.
 */
@NullMarked
package io.podium.runtime.host;

import org.jspecify.annotations.NullMarked;
