package io.podium.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.client.Scope;
import io.podium.api.core.Pod;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.store.Commit;
import io.podium.api.store.Expectation;
import io.podium.api.store.Page;
import io.podium.api.store.RangeQuery;
import io.podium.api.store.Revision;
import io.podium.api.store.Stamp;
import io.podium.api.store.Store;
import io.podium.api.store.StoreEvent;
import io.podium.api.store.StoreWatch;
import io.podium.api.store.StoredValue;
import io.podium.dispatch.SystemDispatcher;
import io.podium.store.memory.MemoryStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KindCacheTest {
    private final Dispatcher dispatcher = SystemDispatcher.start("cache");
    private final FailingStore store = new FailingStore(new MemoryStore(dispatcher));
    private final KindCache<Pod> cache = new KindCache<>(store, Pod.KIND);

    @AfterEach
    void close() {
        cache.close();
        store.close();
        dispatcher.close();
    }

    private void write(String name) {
        var pod = Pod.named(name)
                .namespace("default")
                .spec(spec -> spec.nodeName("node-1"))
                .build();
        store.put(
                StorageKeys.of(Pod.KIND, pod.key()),
                Expectation.any(),
                at -> pod.withMetadata(pod.metadata().withResourceVersion(at.toString())));
    }

    @Test
    void aFollowerIsCalledAgainAfterTheStoreHasFailed() {
        var calls = new AtomicInteger();
        var follower = cache.follow(Scope.ALL);
        follower.onReady(calls::incrementAndGet);
        follower.advance();
        store.failsOnce = true;
        write("first"); // the cache is told, and cannot read
        follower.advance();
        int before = calls.get();

        write("second");

        assertThat(calls).hasValue(before + 1);
        assertThat(follower.advance()).hasSize(1);
    }

    @Test
    void aReaderIsToldThatTheStoreHasFailed() {
        cache.present();
        store.failsOnce = true;

        assertThatThrownBy(cache::present).hasMessage("the store does not answer");
        assertThat(cache.present().all()).isEmpty();
    }

    @Test
    void noNamespaceIsAllOfThemForTheFollowersOfANodeToo() {
        write("first");
        var follower = cache.follow(new Scope.OnNode("node-1"));
        follower.advance();

        assertThat(follower.lister().in("")).hasSize(1);
        assertThat(follower.lister().in("default")).hasSize(1);
        assertThat(follower.lister().in("other")).isEmpty();
    }

    /** A store that does not answer the next poll of a watch. */
    private static final class FailingStore implements Store {
        private final Store store;
        private boolean failsOnce;

        FailingStore(Store store) {
            this.store = store;
        }

        @Override
        public StoreWatch watch(String prefix, Revision after, Runnable onReady) {
            var watch = store.watch(prefix, after, onReady);
            return new StoreWatch() {
                @Override
                public List<StoreEvent> poll(int max) {
                    if (failsOnce) {
                        failsOnce = false;
                        throw new IllegalStateException("the store does not answer");
                    }
                    return watch.poll(max);
                }

                @Override
                public Revision position() {
                    return watch.position();
                }

                @Override
                public void close() {
                    watch.close();
                }
            };
        }

        @Override
        public Revision revision() {
            return store.revision();
        }

        @Override
        public Revision compacted() {
            return store.compacted();
        }

        @Override
        public Optional<StoredValue> get(String key) {
            return store.get(key);
        }

        @Override
        public Page range(RangeQuery query) {
            return store.range(query);
        }

        @Override
        public Commit put(String key, Expectation expected, Stamp value) {
            return store.put(key, expected, value);
        }

        @Override
        public Commit put(String key, Expectation expected, Stamp value, Duration timeToLive) {
            return store.put(key, expected, value, timeToLive);
        }

        @Override
        public Commit delete(String key, Expectation expected) {
            return store.delete(key, expected);
        }

        @Override
        public Commit delete(String key, Expectation expected, Stamp last) {
            return store.delete(key, expected, last);
        }

        @Override
        public void compact(Revision upTo) {
            store.compact(upTo);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
