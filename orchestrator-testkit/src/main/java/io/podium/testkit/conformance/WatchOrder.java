package io.podium.testkit.conformance;

import io.podium.api.store.Page;
import io.podium.api.store.Revision;
import io.podium.api.store.StoreEvent;
import io.podium.api.store.StoredValue;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a watch loses nothing and reorders nothing. It starts from what was listed, is shown every event, and at
 * the end is compared with what is listed then.
 *
 * <p>An event is in order if its revision is later than all before it. None was lost if each event's previous value is
 * the one that the watch last saw of that key, and the last state of all keys is the one that a list returns.
 */
public final class WatchOrder {
    private final TreeMap<String, Revision> present = new TreeMap<>();
    private Revision last;
    private long events;

    private WatchOrder(Revision start) {
        this.last = start;
    }

    /**
     * Starts from a list.
     *
     * @param page all that is under the watch's prefix, as of the revision after which the watch begins
     * @return a new validator
     */
    public static WatchOrder startingAt(Page page) {
        var order = new WatchOrder(page.revision());
        for (var value : page.values()) {
            order.present.put(value.key(), value.modified());
        }
        return order;
    }

    /**
     * Shows the next events.
     *
     * @param batch what the watch returned
     * @throws AssertionError if one of them is out of order, or contradicts what was seen before
     */
    public void see(List<StoreEvent> batch) {
        batch.forEach(this::see);
    }

    /**
     * Shows the next event.
     *
     * @param event what the watch returned
     * @throws AssertionError if it is out of order, or contradicts what was seen before
     */
    public void see(StoreEvent event) {
        checkLater(event.key(), event.revision());
        checkPrevious(event, present.get(event.key()));
        switch (event) {
            case StoreEvent.Put put -> present.put(put.key(), put.revision());
            case StoreEvent.Delete delete -> present.remove(delete.key());
        }
        last = event.revision();
        events++;
    }

    /**
     * Compares what was seen with a list.
     *
     * @param page all that is under the watch's prefix, at a revision that the watch has reached
     * @throws AssertionError if a write that the list shows was never seen
     */
    public void checkComplete(Page page) {
        var listed = new TreeMap<String, Revision>();
        for (var value : page.values()) {
            listed.put(value.key(), value.modified());
        }
        if (!listed.equals(present)) {
            var lost = new TreeMap<>(listed);
            lost.entrySet().removeAll(present.entrySet());
            var stale = new TreeMap<>(present);
            stale.entrySet().removeAll(listed.entrySet());
            throw new AssertionError("after " + events + " events up to revision " + last + ", the list at revision "
                    + page.revision() + " has keys that the watch did not show: " + lost
                    + ", and the watch has keys that are gone: " + stale);
        }
    }

    /**
     * Returns how far the events went.
     *
     * @return the revision of the last event, or of the list if there was none
     */
    public Revision last() {
        return last;
    }

    /**
     * Returns how many events were shown.
     *
     * @return their number
     */
    public long events() {
        return events;
    }

    private void checkLater(String key, Revision revision) {
        if (!revision.isAfter(last)) {
            throw new AssertionError(
                    "event of " + key + " at revision " + revision + " came after one at revision " + last);
        }
    }

    private static void checkPrevious(StoreEvent event, @Nullable Revision seen) {
        var previous = event.previous().map(StoredValue::modified).orElse(null);
        if (previous == null ? seen != null : !previous.equals(seen)) {
            throw new AssertionError("event of " + event.key() + " at revision " + event.revision()
                    + " follows one at revision " + previous + ", but the watch last showed "
                    + (seen == null ? "nothing" : "revision " + seen));
        }
    }
}
