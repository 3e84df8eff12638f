package io.podium.testkit;

import io.podium.api.store.Revision;
import io.podium.api.store.Store;
import io.podium.api.store.StoreEvent;
import io.podium.api.store.StoreWatch;
import java.util.function.Consumer;

/** Shows every write to a store, at once and in order; also those that it makes by itself, when something expires. */
final class CommittedWrites implements AutoCloseable {
    private static final int BATCH = 512;

    private final StoreWatch watch;
    private final Consumer<StoreEvent> eye;

    /**
     * Shows what is written from now on.
     *
     * @param store an empty store
     * @param eye is shown each write
     */
    CommittedWrites(Store store, Consumer<StoreEvent> eye) {
        this.eye = eye;
        this.watch = store.watch("", Revision.FIRST, this::take);
        take(); // an empty poll arms the watch
    }

    private void take() {
        for (var events = watch.poll(BATCH); !events.isEmpty(); events = watch.poll(BATCH)) {
            events.forEach(eye);
        }
    }

    @Override
    public void close() {
        watch.close();
    }
}
