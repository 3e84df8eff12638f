/** Deletes jobs some time after they have finished. */
@NullMarked
package io.podium.controller.ttlafterfinished;

import org.jspecify.annotations.NullMarked;
