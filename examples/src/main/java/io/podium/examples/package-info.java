/** Short programs that show what Podium is for, each to be read from top to bottom and run as it stands. */
@NullMarked
package io.podium.examples;

import org.jspecify.annotations.NullMarked;
