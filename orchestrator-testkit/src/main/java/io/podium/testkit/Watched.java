package io.podium.testkit;

import io.podium.api.NodeSettings;
import io.podium.api.apps.Deployment;
import io.podium.api.client.Client;
import io.podium.api.core.Pod;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.runtime.RuntimeFactory;
import io.podium.api.store.Store;
import io.podium.api.store.StoreEvent;
import io.podium.store.memory.MemoryStore;
import io.podium.testkit.faults.Faults;
import io.podium.testkit.invariant.EvictionsWait;
import io.podium.testkit.invariant.JobsCount;
import io.podium.testkit.invariant.LegalLives;
import io.podium.testkit.invariant.NoSurplus;
import io.podium.testkit.invariant.OneNodePerPod;
import io.podium.testkit.invariant.OneRuntimePerPod;
import io.podium.testkit.invariant.PodsStayOwned;
import io.podium.testkit.invariant.RevisionsGrow;
import io.podium.testkit.invariant.RolloutsAdvance;
import io.podium.testkit.invariant.StoreInvariant;
import io.podium.testkit.invariant.WatchOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The eyes on a cluster: invariants on its store and its runtimes, and watchers of its objects. */
final class Watched implements AutoCloseable {
    private final Dispatcher time;
    private final Consumer<StoreEvent> history;
    private final Map<String, NodeSettings> nodes = new LinkedHashMap<>();
    private final WatchOrder podOrder = new WatchOrder(Pod.KIND);
    private final WatchOrder deploymentOrder = new WatchOrder(Deployment.KIND);
    private final OneRuntimePerPod runtimes = new OneRuntimePerPod();
    private final List<StoreInvariant> invariants;
    private final List<Watcher<?>> watchers = new ArrayList<>();
    private final ProbeCount probes = new ProbeCount();
    private @Nullable CommittedWrites committed;
    private final AtomicLong writes = new AtomicLong();

    Watched(Dispatcher time, Consumer<StoreEvent> history) {
        this.time = time;
        this.history = history;
        this.invariants = List.of(
                new RevisionsGrow(),
                new OneNodePerPod(),
                new LegalLives(),
                new NoSurplus(time::nanos),
                new PodsStayOwned(),
                new JobsCount(),
                new EvictionsWait(),
                new RolloutsAdvance(),
                podOrder,
                deploymentOrder);
    }

    void add(NodeSettings node) {
        nodes.put(node.name(), node);
    }

    List<NodeSettings> nodes() {
        return List.copyOf(nodes.values());
    }

    NodeSettings node(String name) {
        var node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("there is no node " + name + ", only " + nodes.keySet());
        }
        return node;
    }

    RuntimeFactory watching(RuntimeFactory factory) {
        return site -> new WatchedRuntime(factory.start(site), site.node(), runtimes, probes);
    }

    Store store(Dispatcher dispatcher) {
        var store = new MemoryStore(dispatcher);
        committed = new CommittedWrites(store, this::committed);
        return store;
    }

    private void committed(StoreEvent event) {
        writes.incrementAndGet();
        invariants.forEach(invariant -> invariant.committed(event));
        history.accept(event);
    }

    void watch(Client client, Faults faults) {
        var unsteady = faults.between("watchers", client);
        watch(Pod.KIND, podOrder, unsteady);
        watch(Deployment.KIND, deploymentOrder, unsteady);
    }

    private <T extends ApiObject<T>> void watch(Kind<T> kind, WatchOrder order, Client client) {
        var watcher = new Watcher<>(kind, order, client);
        watchers.add(watcher);
        watcher.start(time);
    }

    /** Checks that watchers have seen all there was, up to now. */
    void finish() {
        watchers.forEach(Watcher::finish);
    }

    long writes() {
        return writes.get();
    }

    long probes() {
        return probes.count();
    }

    List<String> violations() {
        var found = new ArrayList<String>();
        invariants.forEach(invariant -> found.addAll(invariant.violations()));
        found.addAll(runtimes.violations());
        return found;
    }

    @Override
    public void close() {
        watchers.forEach(Watcher::close);
        if (committed != null) {
            committed.close();
        }
    }
}
