/**
 * What goes wrong in a simulated cluster: calls that are slow, refused or lost after they were committed, conflicts, informers that lag,
 * watches that come late or expire, nodes that crash or fall silent, controllers that start again. When, the seed decides.
 */
@NullMarked
package io.podium.testkit.faults;

import org.jspecify.annotations.NullMarked;
