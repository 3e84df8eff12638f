/**
 * The contract between Podium and whatever keeps its objects: a revisioned key-value store.
 *
 * <p>Every implementation of {@link io.podium.api.store.Store} promises the same things: one {@linkplain
 * io.podium.api.store.Revision revision} counter over all keys that grows by one with each committed write;
 * compare-and-set on one key; ordered range reads that stay consistent across pages; and watches that deliver
 * every event after a revision exactly once and in order, or say that they cannot. The testkit's {@code
 * StoreConformance} holds each implementation to them.
 */
@NullMarked
package io.podium.api.store;

import org.jspecify.annotations.NullMarked;
