package io.podium.store.memory;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.store.Commit;
import io.podium.api.store.Expectation;
import io.podium.api.store.RangeQuery;
import io.podium.api.store.Revision;
import io.podium.api.store.Stamp;
import io.podium.api.store.StoreWatch;
import io.podium.api.store.StoredValue;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever two threads do to a store, there is an order of their calls in which one thread would have seen the same. */
@Param(name = "key", gen = IntGen.class, conf = "1:2")
@Param(name = "revision", gen = IntGen.class, conf = "1:4")
public class MemoryStoreLincheckTest {
    /** A clock that stands still; nothing here has a time to live. */
    private static final Dispatcher STOPPED = (Dispatcher) Proxy.newProxyInstance(
            MemoryStoreLincheckTest.class.getClassLoader(),
            new Class<?>[] {Dispatcher.class},
            (proxy, method, arguments) -> Instant.EPOCH);

    private static final String[] KEYS = {"/0", "/1", "/2"};
    private static final RangeQuery EVERYTHING = RangeQuery.prefix("/");
    private static final Stamp STAMP = Stamp.constant("value");

    private final MemoryStore store = new MemoryStore(STOPPED);
    private final StoreWatch watch = store.watch("/1", Revision.FIRST);

    @Operation
    public long put(@Param(name = "key") int key) {
        return encode(store.put(KEYS[key], Expectation.any(), STAMP));
    }

    @Operation
    public long create(@Param(name = "key") int key) {
        return encode(store.put(KEYS[key], Expectation.absent(), STAMP));
    }

    @Operation
    public long update(@Param(name = "key") int key, @Param(name = "revision") int revision) {
        return encode(store.put(KEYS[key], Expectation.at(new Revision(revision)), STAMP));
    }

    @Operation
    public long delete(@Param(name = "key") int key) {
        return encode(store.delete(KEYS[key], Expectation.any()));
    }

    @Operation
    public long get(@Param(name = "key") int key) {
        return encode(store.get(KEYS[key]).orElse(null));
    }

    @Operation
    public long revision() {
        return store.revision().value();
    }

    @Operation
    public long list() {
        var page = store.range(EVERYTHING);
        long encoded = page.revision().value();
        for (var value : page.values()) {
            encoded = encoded * 1_000 + encode(value);
        }
        return encoded;
    }

    @Operation
    public long snapshot() {
        try (var snapshot = store.snapshot()) {
            return snapshot.revision().value() * 1_000
                    + encode(snapshot.get(KEYS[1]).orElse(null));
        }
    }

    @Operation(nonParallelGroup = "reader of the watch")
    public long poll() {
        long encoded = 0;
        for (var event : watch.poll(10)) {
            encoded = encoded * 1_000 + encode(event.stored());
        }
        return encoded;
    }

    /** The races that the store's protocol is about, and a few that chance picks. */
    @Test
    void isLinearizableInEveryInterleavingTried() {
        new ModelCheckingOptions()
                .addCustomScenario(scenario(
                        List.of(call("put", 1)),
                        List.of(call("get", 1), call("revision"), call("list")),
                        List.of(call("delete", 1))))
                .addCustomScenario(scenario(
                        List.of(),
                        List.of(call("get", 1), call("poll"), call("poll")),
                        List.of(call("put", 1), call("put", 1))))
                .addCustomScenario(
                        scenario(List.of(call("poll")), List.of(call("get", 1), call("poll")), List.of(call("put", 1))))
                .addCustomScenario(scenario(
                        List.of(),
                        List.of(call("snapshot"), call("get", 1), call("list")),
                        List.of(call("put", 1), call("put", 1))))
                .addCustomScenario(scenario(
                        List.of(call("put", 1)),
                        List.of(call("update", 1, 2), call("get", 1)),
                        List.of(call("update", 1, 2), call("revision"))))
                .iterations(1)
                .invocationsPerIteration(40)
                .threads(2)
                .actorsPerThread(2)
                .actorsBefore(1)
                .actorsAfter(1)
                .check(MemoryStoreLincheckTest.class);
    }

    @Test
    void isLinearizableOnRealThreads() {
        new StressOptions()
                .iterations(4)
                .invocationsPerIteration(100)
                .threads(2)
                .actorsPerThread(4)
                .check(MemoryStoreLincheckTest.class);
    }

    private static ExecutionScenario scenario(List<Actor> before, List<Actor> one, List<Actor> other) {
        return new ExecutionScenario(before, List.of(one, other), List.of(), null);
    }

    private static Actor call(String operation, Object... arguments) {
        var method = Arrays.stream(MemoryStoreLincheckTest.class.getMethods())
                .filter(candidate -> candidate.getName().equals(operation))
                .findFirst()
                .orElseThrow();
        return new Actor(method, List.of(arguments));
    }

    /** Numbers, because every class that a test calls is slowed down with it. */
    private static long encode(@Nullable StoredValue value) {
        return value == null
                ? 0
                : 10 * value.created().value() + value.modified().value();
    }

    private static long encode(Commit commit) {
        return switch (commit) {
            case Commit.Done done -> encode(done.stored());
            case Commit.Conflict conflict -> -encode(conflict.found());
        };
    }
}
