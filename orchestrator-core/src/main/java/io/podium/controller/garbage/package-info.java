/** Deletes what nobody owns any more, and sees deletions through that wait for, or let go of, what an object owns. */
@NullMarked
package io.podium.controller.garbage;

import org.jspecify.annotations.NullMarked;
