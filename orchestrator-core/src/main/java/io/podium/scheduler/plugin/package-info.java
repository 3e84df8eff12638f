/** What keeps pods off nodes, and what draws them to nodes. Pure: same pod, same snapshot, same answer. */
@NullMarked
package io.podium.scheduler.plugin;

import org.jspecify.annotations.NullMarked;
