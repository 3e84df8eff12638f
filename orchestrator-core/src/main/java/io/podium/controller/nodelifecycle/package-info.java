/** Notices nodes that have fallen silent, says so in their conditions and taints, and evicts pods that do not tolerate it. */
@NullMarked
package io.podium.controller.nodelifecycle;

import org.jspecify.annotations.NullMarked;
