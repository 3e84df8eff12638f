package io.podium.store.memory;

import io.podium.api.store.StoreEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The newest events of a store, once for all watches. Revisions are dense, so an event is found by arithmetic.
 *
 * <p>One writer, which holds the store's lock; any number of readers, which hold none. The writer fills a slot and then
 * publishes the revision (in {@link MemoryStore}); a reader takes the published revision first and looks only at slots
 * up to it. Slots are written once and never cleared: old events go a block at a time, by a new array of blocks, so a
 * reader that still has the old array reads on undisturbed, and forks share all blocks but the last.
 */
final class History {
    static final int BLOCK = 128;

    private final HistoryBounds bounds;

    /** Oldest first, contiguous, all full but the last; replaced as a whole. */
    private volatile Block[] blocks;

    /** The revision up to which events are gone. */
    private volatile long compacted;

    private long weight;

    /** Events of the revisions from {@code first} on. */
    private static final class Block {
        final long first;
        final StoreEvent[] events;

        /** Beside each event, which groups of watches it concerns. */
        final long[] bits;

        long weight;

        @Nullable
        Instant full;

        Block(long first) {
            this(first, new StoreEvent[BLOCK], new long[BLOCK]);
        }

        private Block(long first, StoreEvent[] events, long[] bits) {
            this.first = first;
            this.events = events;
            this.bits = bits;
        }

        long last() {
            return first + BLOCK - 1;
        }

        Block copy() {
            var copy = new Block(first, events.clone(), bits.clone());
            copy.weight = weight;
            return copy;
        }
    }

    /** Begins behind a revision. */
    History(HistoryBounds bounds, long compacted) {
        this(bounds, compacted, new Block[0], 0);
    }

    private History(HistoryBounds bounds, long compacted, Block[] blocks, long weight) {
        this.bounds = bounds;
        this.compacted = compacted;
        this.blocks = blocks;
        this.weight = weight;
    }

    long compacted() {
        return compacted;
    }

    long weigh(StoreEvent event) {
        return bounds.weigher().applyAsLong(event);
    }

    /** Adds the event of the next revision, which concerns some {@linkplain Watches groups} of watches. */
    void append(StoreEvent event, long bits, long eventWeight, Supplier<Instant> clock) {
        long revision = event.revision().value();
        var last = blocks.length == 0 ? null : blocks[blocks.length - 1];
        if (last == null || revision > last.last()) {
            last = beginBlock(revision, clock.get());
        }
        int at = (int) (revision - last.first);
        last.events[at] = event;
        last.bits[at] = bits;
        last.weight += eventWeight;
        weight += eventWeight;
        if (revision - compacted > bounds.events()) {
            compact(revision - bounds.events());
        }
        if (weight > bounds.weight()) {
            dropWhileTooHeavy();
        }
    }

    /** Forgets the events up to a revision; their memory is freed when their block is. */
    void compact(long upTo) {
        compacted = Math.max(compacted, upTo);
        int gone = 0;
        while (gone < blocks.length && blocks[gone].last() <= compacted) {
            weight -= blocks[gone].weight;
            gone++;
        }
        if (gone > 0) {
            blocks = Arrays.copyOfRange(blocks, gone, blocks.length);
        }
    }

    /** A history with the same events that goes its own way. */
    History fork() {
        var shared = blocks.clone();
        if (shared.length > 0) {
            shared[shared.length - 1] = shared[shared.length - 1].copy();
        }
        return new History(bounds, compacted, shared, weight);
    }

    /** Starts to read behind a revision, of which the caller knows that it was published; null if events are gone. */
    @Nullable
    Reader readAfter(long revision) {
        var present = blocks;
        return revision < compacted ? null : new Reader(present, revision + 1);
    }

    private Block beginBlock(long revision, Instant now) {
        int gone = 0;
        if (blocks.length > 0) {
            blocks[blocks.length - 1].full = now;
            gone = countOlderThan(now.minus(bounds.age()));
        }
        if (gone > 0) {
            compact(blocks[gone - 1].last());
        }
        var block = new Block(revision);
        var more = Arrays.copyOf(blocks, blocks.length + 1);
        more[blocks.length] = block;
        blocks = more;
        return block;
    }

    private int countOlderThan(Instant oldest) {
        int count = 0;
        for (var block : blocks) {
            var full = block.full;
            if (full == null || !full.isBefore(oldest)) {
                break;
            }
            count++;
        }
        return count;
    }

    private void dropWhileTooHeavy() {
        long excess = weight - bounds.weight();
        int gone = 0;
        while (gone < blocks.length - 1 && excess > 0) {
            excess -= blocks[gone++].weight;
        }
        if (gone > 0) {
            compact(blocks[gone - 1].last());
        }
    }

    /** Reads events one after another, for one thread. */
    static final class Reader {
        private final Block[] blocks;
        private final long first;
        private long next;

        private Reader(Block[] blocks, long next) {
            this.blocks = blocks;
            this.first = blocks.length == 0 ? next : blocks[0].first;
            this.next = next;
        }

        /** Which groups of watches the event of the next revision concerns. */
        long bits() {
            int at = (int) (next - first);
            return blocks[at / BLOCK].bits[at % BLOCK];
        }

        /** The event of the next revision, which must be one that was published before this reader was made. */
        StoreEvent next() {
            int at = (int) (next++ - first);
            return blocks[at / BLOCK].events[at % BLOCK];
        }
    }
}
