package io.podium.testkit;

import io.podium.api.Cluster;
import io.podium.api.NodeSettings;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Signal;
import io.podium.api.meta.Quantity;
import io.podium.cluster.LocalCluster;
import io.podium.dispatch.SystemDispatcher;
import io.podium.runtime.simulated.SimulatedRuntime;
import io.podium.testkit.faults.Faults;
import io.podium.testkit.invariant.Settled;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/** The cluster of the fault scenario on real threads, with time passing fast, and the same eyes on it. */
final class ThreadedCluster implements AutoCloseable, Breakable {
    private final Dispatcher time;
    private final Faults faults;
    private final Watched watched;
    private final LocalCluster cluster;
    private final Signal written;
    private final ReentrantLock lock = new ReentrantLock();
    private final TreeSet<String> crashed = new TreeSet<>(); // guarded by the lock

    ThreadedCluster(int nodes, int haste) {
        time = new HastyDispatcher(SystemDispatcher.start("threads"), haste);
        faults = new Faults(time).badDay();
        written = time.signal("written");
        watched = new Watched(time, event -> written.pulse());
        var factory = watched.watching(SimulatedRuntime.factory(FaultScenario.SCRIPT));
        for (int i = 1; i <= nodes; i++) {
            watched.add(NodeSettings.of("node-" + i, factory)
                    .label(Workloads.ZONE, Workloads.zone(i))
                    .capacity("pods", Quantity.of(110)));
        }
        var builder = Cluster.builder()
                .name("threads")
                .dispatcher(time)
                .store(watched::store)
                .clients(faults::between);
        watched.nodes().forEach(builder::node);
        cluster = (LocalCluster) builder.start();
        watched.watch(cluster.client(), faults);
    }

    /** Lets users and mishaps have their way until so much has been written. */
    void beBusy(int workloads, long writes, Duration atMost) throws InterruptedException {
        try (var users = new Churn(cluster.client(), time, nodes().size(), workloads);
                var mishaps = new Mishaps(this, time)) {
            written.await(() -> watched.writes() >= writes, atMost);
        }
    }

    /** Ends all faults, and waits until all is as it should be; answers what is not, if that takes too long. */
    List<String> recover(Duration atMost) throws InterruptedException {
        faults.heal();
        nodes().forEach(this::restartNode);
        written.await(() -> Settled.violations(cluster.client()).isEmpty(), atMost);
        watched.finish();
        return Settled.violations(cluster.client());
    }

    List<String> violations() {
        return watched.violations();
    }

    long writes() {
        return watched.writes();
    }

    long faultCount() {
        return faults.plan().struck();
    }

    @Override
    public List<String> nodes() {
        return watched.nodes().stream().map(NodeSettings::name).toList();
    }

    @Override
    public List<String> controllers() {
        return cluster.controllers();
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public void crashNode(String name) {
        lock.lock();
        try {
            if (crashed.add(name)) {
                cluster.crashNode(name);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void restartNode(String name) {
        lock.lock();
        try {
            if (crashed.remove(name)) {
                cluster.addNode(watched.node(name));
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void restartController(String name) {
        cluster.restart(name);
    }

    @Override
    public void close() {
        watched.close();
        cluster.close();
        time.close();
    }
}
