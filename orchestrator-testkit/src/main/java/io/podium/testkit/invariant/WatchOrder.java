package io.podium.testkit.invariant;

import io.podium.api.client.WatchEvent;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.store.StoreEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A watch of a whole kind shows every write to it, in order: none lost, none twice, none reordered. Compare what a {@link Seen watcher saw}
 * with what was committed.
 */
public final class WatchOrder implements StoreInvariant {
    private final Violations violations = new Violations();
    private final String kind;
    private final String prefix;
    private long[] revisions = new long[1024];
    private int count;

    /**
     * Nothing seen yet.
     *
     * @param kind the kind whose watches are checked
     */
    public WatchOrder(Kind<?> kind) {
        this.kind = kind.name();
        this.prefix = "/" + kind.resource() + "/";
    }

    @Override
    public void committed(StoreEvent event) {
        if (event.key().startsWith(prefix)) {
            if (count == revisions.length) {
                revisions = Arrays.copyOf(revisions, count * 2);
            }
            revisions[count++] = event.revision().value();
        }
    }

    /**
     * A watcher that has read everything up to a revision.
     *
     * @param resourceVersion the state that it began with
     * @return what it has seen
     */
    public Seen from(String resourceVersion) {
        long start = Long.parseLong(resourceVersion);
        int next = 0;
        while (next < count && revisions[next] <= start) {
            next++;
        }
        return new Seen(next);
    }

    @Override
    public List<String> violations() {
        return violations.all();
    }

    /** What one watcher has seen. */
    public final class Seen {
        private int next;

        private Seen(int next) {
            this.next = next;
        }

        /**
         * Takes note of events, in the order in which they came.
         *
         * @param events what the watch gave
         * @param <T> the type of the objects
         */
        public <T extends ApiObject<T>> void add(List<WatchEvent<T>> events) {
            var wrong = new ArrayList<String>();
            for (var event : events) {
                long revision = Long.parseLong(event.object().metadata().resourceVersion());
                if (next >= count || revisions[next] != revision) {
                    wrong.add("a watch of " + kind + " showed revision " + revision + " where "
                            + (next < count ? revisions[next] : "nothing") + " was next");
                    next = after(revision);
                } else {
                    next++;
                }
            }
            wrong.forEach(violations::add);
        }

        /** Says that the watch has nothing more to show, so that it must have shown everything. */
        public void complete() {
            if (next != count) {
                violations.add("a watch of " + kind + " ended before revision " + revisions[next] + "; "
                        + (count - next) + " events were lost");
            }
        }

        private int after(long revision) {
            int found = Arrays.binarySearch(revisions, 0, count, revision);
            return found < 0 ? -found - 1 : found + 1;
        }
    }
}
