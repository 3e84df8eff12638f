package io.podium.testkit.conformance;

import io.podium.api.store.Store;
import io.podium.store.memory.MemoryStore;
import java.time.Duration;

class MemoryStoreTest extends StoreConformance {
    private final HandTime time = new HandTime();

    @Override
    protected Store open() {
        return new MemoryStore(time);
    }

    @Override
    protected void pass(Duration duration) {
        time.pass(duration);
    }
}
