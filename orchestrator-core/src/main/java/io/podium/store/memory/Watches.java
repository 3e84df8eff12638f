package io.podium.store.memory;

import io.podium.api.store.StoreEvent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The watches of a store, by prefix. Guarded by the store's lock, but for arming.
 *
 * <p>The writer has to compare each key with all prefixes anyway, to know whom to ring for. What came of it goes into the
 * history beside the event, a bit for each of the first {@value Long#SIZE} groups, so that watches pass over what does not
 * concern them without looking at it.
 */
final class Watches {
    private Group[] groups = new Group[0];
    private long bitsInUse;

    /** The watches of one prefix. */
    static final class Group {
        final String prefix;

        /** Marks the events of this group that are later than its beginning; 0 if all bits were taken. */
        private final long bit;

        private final long begin;
        private volatile Bell bell = new Bell();
        private int members;

        private Group(String prefix, long bit, long begin) {
            this.prefix = prefix;
            this.bit = bit;
            this.begin = begin;
        }

        /** The bell that hangs; needs no lock. */
        Bell bell() {
            return bell;
        }

        /** Whether an event is one of this group; needs no lock, and hardly ever a look at the event. */
        boolean concerns(StoreEvent event, long revision, long bits) {
            return bit != 0 && revision > begin
                    ? (bits & bit) != 0
                    : event.key().startsWith(prefix);
        }

        private boolean concerns(String key, long bits) {
            return bit != 0 ? (bits & bit) != 0 : key.startsWith(prefix);
        }

        private @Nullable Bell ring(long revision, @Nullable Bell others) {
            if (bell.isEmpty()) {
                return others;
            }
            var rung = bell;
            bell = new Bell();
            return rung.ring(revision, others);
        }
    }

    /** Joins the group of a prefix, which begins behind a revision if it is new. */
    Group join(String prefix, long revision) {
        for (var group : groups) {
            if (group.prefix.equals(prefix)) {
                group.members++;
                return group;
            }
        }
        var group = new Group(prefix, Long.lowestOneBit(~bitsInUse), revision);
        bitsInUse |= group.bit;
        group.members = 1;
        groups = Arrays.copyOf(groups, groups.length + 1);
        groups[groups.length - 1] = group;
        return group;
    }

    void leave(Group group, MemoryWatch watch) {
        group.bell.remove(watch);
        if (--group.members == 0) {
            bitsInUse &= ~group.bit;
            groups = Arrays.stream(groups).filter(other -> other != group).toArray(Group[]::new);
        }
    }

    /** The bits of the groups that an event concerns. */
    long bits(String key) {
        long bits = 0;
        for (var group : groups) {
            if (group.bit != 0 && key.startsWith(group.prefix)) {
                bits |= group.bit;
            }
        }
        return bits;
    }

    /** Rings for an event; returns the bells to answer, in front of those given. */
    @Nullable
    Bell ring(String key, long bits, long revision, @Nullable Bell others) {
        var rung = others;
        for (var group : groups) {
            if (group.concerns(key, bits)) {
                rung = group.ring(revision, rung);
            }
        }
        return rung;
    }

    /** Rings for every watch. */
    @Nullable
    Bell ringAll(long revision) {
        Bell rung = null;
        for (var group : groups) {
            rung = group.ring(revision, rung);
        }
        return rung;
    }
}
