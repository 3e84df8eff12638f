/**
 * Time and threads of a real cluster: tasks on virtual threads, one timer thread, a bounded pool of platform threads for
 * calls out. Every thread is named, and none is left once the dispatcher is closed.
 */
@NullMarked
package io.podium.dispatch;

import org.jspecify.annotations.NullMarked;
