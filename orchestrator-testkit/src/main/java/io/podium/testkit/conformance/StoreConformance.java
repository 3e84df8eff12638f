package io.podium.testkit.conformance;

import io.podium.api.store.Store;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

/**
 * The contract of {@link Store}, as tests. An implementation extends this class in its own tests. Values are strings;
 * a store that keeps bytes is opened with a codec for them.
 */
public abstract class StoreConformance {
    /** For subclasses. */
    protected StoreConformance() {}

    /**
     * Opens an empty store that keeps at least the last 20,000 events.
     *
     * @return a new store; the suite closes it
     */
    protected abstract Store open();

    /**
     * Lets time pass for the stores that {@link #open} returned, and what is due then happen.
     *
     * @param duration how much
     */
    protected abstract void pass(Duration duration);

    @Nested
    class Writes extends StoreWrites {
        Writes() {
            super(StoreConformance.this);
        }
    }

    @Nested
    class Ranges extends StoreRanges {
        Ranges() {
            super(StoreConformance.this);
        }
    }

    @Nested
    class Watches extends StoreWatches {
        Watches() {
            super(StoreConformance.this);
        }
    }

    @Nested
    class TimesToLive extends StoreTimesToLive {
        TimesToLive() {
            super(StoreConformance.this);
        }
    }

    @Nested
    class SnapshotsAndForks extends StoreSnapshots {
        SnapshotsAndForks() {
            super(StoreConformance.this);
        }
    }
}
