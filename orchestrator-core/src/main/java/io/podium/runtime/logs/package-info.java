/**
 * Container logs in the format of the Container Runtime Interface: written with rotation, and read back across the rotated files.
 *
 * <p>A line of such a file is {@code 2026-01-02T03:04:05.123456789Z stdout F text}: the time at which it was read from the program, the
 * stream, and {@code F} for a full line or {@code P} for a part that the next line of the same stream continues.
 */
@NullMarked
package io.podium.runtime.logs;

import org.jspecify.annotations.NullMarked;
