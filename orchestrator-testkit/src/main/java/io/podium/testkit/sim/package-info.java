/**
 * Virtual time and one task at a time: a {@link io.podium.testkit.sim.SimulatedDispatcher} runs a whole cluster so that a
 * seed decides everything that could happen in more than one order, and an hour passes in a second. The same seed gives
 * the same history, to the byte, in any JVM, locale and time zone.
 */
@NullMarked
package io.podium.testkit.sim;

import org.jspecify.annotations.NullMarked;
