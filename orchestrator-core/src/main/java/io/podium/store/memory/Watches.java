package io.podium.store.memory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The watches of a store, by prefix. Guarded by the store's lock. */
final class Watches {
    private Group[] groups = new Group[0];

    /** The watches of one prefix. */
    static final class Group {
        final String prefix;
        private Bell bell = new Bell();
        private int members;

        private Group(String prefix) {
            this.prefix = prefix;
        }

        Bell arm(MemoryWatch watch) {
            bell.add(watch);
            return bell;
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

    Group join(String prefix) {
        for (var group : groups) {
            if (group.prefix.equals(prefix)) {
                group.members++;
                return group;
            }
        }
        var group = new Group(prefix);
        group.members = 1;
        groups = Arrays.copyOf(groups, groups.length + 1);
        groups[groups.length - 1] = group;
        return group;
    }

    void leave(Group group, MemoryWatch watch) {
        group.bell.remove(watch);
        if (--group.members == 0) {
            groups = Arrays.stream(groups).filter(other -> other != group).toArray(Group[]::new);
        }
    }

    /** Rings for an event; returns the bells to answer, in front of those given. */
    @Nullable
    Bell ring(String key, long revision, @Nullable Bell others) {
        var rung = others;
        for (var group : groups) {
            if (key.startsWith(group.prefix)) {
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
