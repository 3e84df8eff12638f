package io.podium.api.store;

import java.util.List;

/**
 * A cursor on the history of a store: it yields each event of one prefix once, in the order of revisions.
 *
 * <p>A watch is not a queue. The store keeps its events once for all watches, so a slow watch costs no memory;
 * one that falls behind the store's history is told so by {@link CompactedException}. A watch to which nothing
 * happens never falls behind, whatever is written elsewhere.
 *
 * <p>The protocol: {@link #poll} until it returns nothing. From then on the watch is <em>armed</em>: the next
 * matching write disarms it and calls its signal once, on the writer's thread, after the commit and outside any
 * lock. The signal should hand over to the thread that polls, and return. Writes that follow before the next empty
 * poll do not signal. A new watch is not armed: poll it first. Closing the store signals too, so that whoever waits
 * learns of it.
 *
 * <p>One thread at a time may poll and ask for the position. Any thread may close.
 */
public interface StoreWatch extends AutoCloseable {

    /**
     * Takes the next events, without waiting.
     *
     * @param max how many events to return at most, at least 1
     * @return the next events in the order of their revisions; empty if there are none, which arms the watch
     * @throws CompactedException if the history behind the cursor is gone; so will every further poll
     * @throws IllegalArgumentException if {@code max} is less than 1
     * @throws IllegalStateException if the watch or its store is closed
     */
    List<StoreEvent> poll(int max);

    /**
     * Returns how far this watch has seen history: every matching event up to and including this revision was
     * returned by {@link #poll}. While the watch is armed the position moves with the store, which makes it the
     * bookmark to resume from.
     *
     * @return the revision after which to resume
     */
    Revision position();

    /** Releases the watch. No signal begins after this returns, save one that a write is about to call. */
    @Override
    void close();
}
