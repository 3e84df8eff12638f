/**
 * Assigns pods to nodes: snapshot in, decision out. The snapshot keeps nodes in columns, which filters and scores pass over; why a pod
 * fits nowhere is put into words only when somebody asks.
 */
@NullMarked
package io.podium.scheduler;

import org.jspecify.annotations.NullMarked;
