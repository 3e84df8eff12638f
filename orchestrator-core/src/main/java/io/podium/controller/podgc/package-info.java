/** Deletes pods that nobody else will: those that ended long ago, and those whose node is gone. */
@NullMarked
package io.podium.controller.podgc;

import org.jspecify.annotations.NullMarked;
