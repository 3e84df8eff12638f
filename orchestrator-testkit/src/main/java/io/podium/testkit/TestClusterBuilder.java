package io.podium.testkit;

import io.podium.api.Cluster;
import io.podium.api.NodeSettings;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.meta.Quantity;
import io.podium.api.runtime.RuntimeFactory;
import io.podium.cluster.LocalCluster;
import io.podium.runtime.simulated.SimulatedRuntime;
import io.podium.runtime.simulated.SimulatedScript;
import io.podium.testkit.faults.Faults;
import io.podium.testkit.sim.SimulatedDispatcher;
import io.podium.testkit.sim.Strategy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Describes a cluster in virtual time and starts it. */
public final class TestClusterBuilder {
    private final long seed;
    private final List<ControllerSpec> controllers = new ArrayList<>();
    private int nodes = 3;
    private Strategy strategy = Strategy.UNIFORM;
    private SimulatedScript script = SimulatedScript.STEADY;
    private Consumer<Faults> faults = none -> {};
    private boolean objects;
    private Duration nodeGrace = Duration.ofSeconds(50);

    TestClusterBuilder(long seed) {
        this.seed = seed;
    }

    /**
     * Says how many nodes there are.
     *
     * @param count at least 1; three unless said. They are named {@code node-1}, {@code node-2} and so on
     * @return this builder
     * @throws IllegalArgumentException if there are to be fewer than 1
     */
    public TestClusterBuilder nodes(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("the number of nodes must be at least 1, was " + count);
        }
        nodes = count;
        return this;
    }

    /**
     * Says what containers do.
     *
     * @param behavior the script of all nodes; everything runs for ever unless said
     * @return this builder
     */
    public TestClusterBuilder script(SimulatedScript behavior) {
        script = behavior;
        return this;
    }

    /**
     * Says how the next task is picked.
     *
     * @param how the strategy; uniform unless said
     * @return this builder
     */
    public TestClusterBuilder strategy(Strategy how) {
        strategy = how;
        return this;
    }

    /**
     * Plans faults from the beginning on.
     *
     * @param plan says what goes wrong
     * @return this builder
     */
    public TestClusterBuilder faults(Consumer<Faults> plan) {
        faults = plan;
        return this;
    }

    /**
     * Has the history hold every object that is written as JSON, not only its key and revision.
     *
     * @return this builder
     */
    public TestClusterBuilder recordingObjects() {
        objects = true;
        return this;
    }

    /**
     * Says how long a node may be silent before its pods count as lost.
     *
     * @param grace more than zero; 50 seconds unless said
     * @return this builder
     */
    public TestClusterBuilder nodeGrace(Duration grace) {
        nodeGrace = grace;
        return this;
    }

    /**
     * Runs a controller beside the built-in ones.
     *
     * @param controller what it is made of
     * @return this builder
     */
    public TestClusterBuilder controller(ControllerSpec controller) {
        controllers.add(controller);
        return this;
    }

    /**
     * Starts the cluster, at the beginning of virtual time.
     *
     * @return the cluster
     */
    public TestCluster start() {
        var time = SimulatedDispatcher.seeded(seed, strategy);
        try {
            return start(time);
        } catch (RuntimeException | Error e) {
            time.close();
            throw e;
        }
    }

    private TestCluster start(SimulatedDispatcher time) {
        var broken = new Faults(time);
        faults.accept(broken);
        var watched = new Watched(time, event -> time.record(HistoryLine.of(event, objects)));
        var factory = watched.watching(SimulatedRuntime.factory(script));
        for (int i = 1; i <= nodes; i++) {
            watched.add(node(i, factory));
        }
        var builder = Cluster.builder()
                .name("sim")
                .dispatcher(time)
                .store(watched::store)
                .clients(broken::between)
                .nodeGrace(nodeGrace);
        watched.nodes().forEach(builder::node);
        controllers.forEach(builder::controller);
        var cluster = (LocalCluster) builder.start();
        watched.watch(cluster.client(), broken);
        return new TestCluster(time, cluster, broken, watched);
    }

    private static NodeSettings node(int number, RuntimeFactory factory) {
        return NodeSettings.of("node-" + number, factory)
                .label(Workloads.ZONE, Workloads.zone(number))
                .capacity("pods", Quantity.of(110));
    }
}
