/**
 * Time, randomness and threads, as every component of Podium receives them: from outside, in one {@link
 * io.podium.api.dispatch.Dispatcher}. Code that takes all three from here runs unchanged on the system's clock and
 * virtual threads, and in a simulation where a seed decides everything that could happen in more than one order.
 */
@NullMarked
package io.podium.api.dispatch;

import org.jspecify.annotations.NullMarked;
