/**
 * Runs controllers: follows the kinds they watch, queues the keys that changes concern, and calls their reconcilers, again and later each
 * time after a failure.
 */
@NullMarked
package io.podium.controller.kit;

import org.jspecify.annotations.NullMarked;
