package io.podium.store.memory;

import io.podium.api.store.Page;
import io.podium.api.store.RangeQuery;
import io.podium.api.store.Revision;
import io.podium.api.store.StoreEvent;
import io.podium.api.store.StoredValue;
import io.podium.collect.OrderedMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * All that a store held at one revision; immutable.
 *
 * @param revision the revision of the last write that shows
 * @param entries the values by key
 */
record State(Revision revision, OrderedMap.Snapshot<String, Cell> entries) {

    @Nullable
    StoredValue get(String key) {
        var cell = entries.get(key);
        return cell == null ? null : cell.stored();
    }

    Page page(RangeQuery query) {
        var values = new ArrayList<StoredValue>();
        var at = entries.cursor(query.from());
        while (values.size() < query.limit() && at.next() && query.covers(at.key())) {
            values.add(at.value().stored());
        }
        if (values.size() < query.limit()) {
            return new Page(values, revision, null, 0);
        }
        var rest = query.after(values.getLast().key()).at(revision);
        int remaining = entries.count(rest.from(), rest.until());
        return new Page(values, revision, remaining == 0 ? null : rest, remaining);
    }

    /** The same interval of keys at an earlier revision: takes back the writes since, the newest first. */
    State rewind(Revision to, History.Reader writesSince, RangeQuery interval) {
        var covered = new ArrayDeque<StoreEvent>();
        for (long left = revision.value() - to.value(); left > 0; left--) {
            var event = writesSince.next();
            if (interval.covers(event.key())) {
                covered.push(event);
            }
        }
        var earlier = entries.toMap();
        for (var event : covered) {
            event.previous()
                    .ifPresentOrElse(
                            value -> earlier.put(value.key(), new Cell(value, earlier.edition())),
                            () -> earlier.remove(event.key()));
        }
        return new State(to, earlier.snapshot());
    }
}
