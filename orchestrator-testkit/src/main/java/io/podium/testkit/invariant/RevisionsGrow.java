package io.podium.testkit.invariant;

import io.podium.api.meta.ApiObject;
import io.podium.api.store.StoreEvent;
import java.util.List;

/** Revisions only grow, each write has one of its own, and an object carries the revision of its last write. */
public final class RevisionsGrow implements StoreInvariant {
    private final Violations violations = new Violations();
    private long last;

    /** Nothing seen yet. */
    public RevisionsGrow() {}

    @Override
    public void committed(StoreEvent event) {
        long revision = event.revision().value();
        if (revision <= last) {
            violations.add(event.key() + " was written at revision " + revision + " after revision " + last);
        }
        last = revision;
        event.previous().ifPresent(previous -> {
            if (previous.modified().value() >= revision) {
                violations.add(event.key() + " went from revision " + previous.modified() + " to " + revision);
            }
        });
        if (event.stored().value() instanceof ApiObject<?> object
                && !object.metadata().resourceVersion().equals(Long.toString(revision))) {
            violations.add(event.key() + " of revision " + revision + " carries resourceVersion "
                    + object.metadata().resourceVersion());
        }
    }

    @Override
    public List<String> violations() {
        return violations.all();
    }
}
