package io.podium.testkit;

import io.podium.api.Cluster;
import io.podium.api.NodeSettings;
import io.podium.api.client.Client;
import io.podium.api.client.ListOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.Pod;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.cluster.LocalCluster;
import io.podium.testkit.faults.Faults;
import io.podium.testkit.invariant.Settled;
import io.podium.testkit.sim.SimulatedDispatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A whole cluster in virtual time: store, API server, controllers, scheduler, and nodes whose containers are simulated. It stands still
 * unless told to run; a seed decides everything that could happen in more than one order, and what goes wrong.
 *
 * <pre>{@code
 * var cluster = TestCluster.simulated(seed);
 * cluster.create(replicaSet("web").replicas(3));
 *
 * cluster.runFor(Duration.ofMinutes(10));
 * cluster.healAndSettle();
 *
 * assertThat(cluster.livePods()).hasSize(3);
 * }</pre>
 */
public final class TestCluster implements AutoCloseable, Breakable {
    private static final Duration RECOVERY = Duration.ofMinutes(20);
    private static final Duration PATIENCE = Duration.ofHours(6);

    private final SimulatedDispatcher time;
    private final LocalCluster cluster;
    private final Faults faults;
    private final Watched watched;
    private final TreeSet<String> crashed = new TreeSet<>();
    private long nodeFaults;

    TestCluster(SimulatedDispatcher time, LocalCluster cluster, Faults faults, Watched watched) {
        this.time = time;
        this.cluster = cluster;
        this.faults = faults;
        this.watched = watched;
    }

    /**
     * A cluster of three simulated nodes on which all containers run for ever, without faults.
     *
     * @param seed decides what happens
     * @return the cluster, at its beginning
     */
    public static TestCluster simulated(long seed) {
        return seeded(seed).start();
    }

    /**
     * Describes a cluster.
     *
     * @param seed decides what happens
     * @return the beginning of a description
     */
    public static TestClusterBuilder seeded(long seed) {
        return new TestClusterBuilder(seed);
    }

    // Objects

    /**
     * Creates an object.
     *
     * @param object the object; its namespace is {@code default} unless said
     * @param <T> its type
     * @return the object as stored
     */
    public <T extends ApiObject<T>> T create(T object) {
        return client().create(object, WriteOptions.PLAIN);
    }

    /**
     * Applies an object.
     *
     * @param object what is desired
     * @param <T> its type
     * @return the object as stored
     */
    public <T extends ApiObject<T>> T apply(T object) {
        return cluster.apply(object);
    }

    /**
     * All objects of a kind.
     *
     * @param kind the kind
     * @param <T> its type
     * @return them, in the order of namespace and name
     */
    public <T extends ApiObject<T>> List<T> all(Kind<T> kind) {
        return client().list(kind, "", ListOptions.ALL).items();
    }

    /**
     * The pods that count: they have not ended, and are not being deleted.
     *
     * @return them, in the order of namespace and name
     */
    public List<Pod> livePods() {
        return all(Pod.KIND).stream()
                .filter(pod -> !pod.isTerminating())
                .filter(pod -> !pod.status().phase().equals("Succeeded")
                        && !pod.status().phase().equals("Failed"))
                .toList();
    }

    /**
     * Reads and writes objects, without faults.
     *
     * @return a client
     */
    public Client client() {
        return cluster.client();
    }

    /**
     * The cluster as applications know it.
     *
     * @return the cluster
     */
    public Cluster cluster() {
        return cluster;
    }

    // Time

    /**
     * The simulation that the cluster runs in.
     *
     * @return time, randomness and history
     */
    public SimulatedDispatcher time() {
        return time;
    }

    /**
     * Lets the cluster run for a stretch of virtual time.
     *
     * @param duration how long, at least zero
     * @throws IllegalArgumentException if it is negative
     */
    public void runFor(Duration duration) {
        time.runFor(duration);
    }

    /**
     * Lets the cluster run until nothing is left to do but what is done periodically, for six hours of virtual time at most.
     *
     * @throws io.podium.testkit.sim.SimulationException if something is left to do then; it names the tasks that are still alive
     */
    public void awaitIdle() {
        time.awaitIdle(PATIENCE);
    }

    /** Lets the cluster come to rest: the same as {@link #awaitIdle}. */
    public void settle() {
        awaitIdle();
    }

    /**
     * Ends all that fails, starts crashed nodes again, gives silence and evictions their time while calls may still be slow, ends that too, and
     * lets the cluster come to rest.
     */
    public void healAndSettle() {
        faults.calm();
        List.copyOf(crashed).forEach(this::restartNode);
        runFor(RECOVERY);
        faults.heal();
        settle();
        watched.finish();
    }

    // Faults

    /**
     * What goes wrong between the components and the API server.
     *
     * @return faults, none of them planned at first
     */
    @Override
    public Faults faults() {
        return faults;
    }

    /**
     * How much went wrong so far.
     *
     * @return the number of faults
     */
    public long faultCount() {
        return faults.plan().struck() + nodeFaults;
    }

    /**
     * Ends a node from one moment to the next: its agent says nothing any more, and what ran there is gone.
     *
     * @param name the node; nothing happens to one that has crashed already
     * @throws IllegalArgumentException if there is no such node
     */
    @Override
    public void crashNode(String name) {
        if (crashed.add(watched.node(name).name())) {
            nodeFaults++;
            cluster.crashNode(name);
        }
    }

    /**
     * Starts a crashed node again, with nothing running on it.
     *
     * @param name the node; nothing happens to one that has not crashed
     * @throws IllegalArgumentException if there is no such node
     */
    @Override
    public void restartNode(String name) {
        if (crashed.remove(watched.node(name).name())) {
            cluster.addNode(watched.node(name));
        }
    }

    /**
     * Ends a controller, or the scheduler, and starts it anew.
     *
     * @param name one of {@link #controllers}
     * @throws IllegalArgumentException if it is none of them
     */
    @Override
    public void restartController(String name) {
        nodeFaults++;
        cluster.restart(name);
    }

    /**
     * What can be started again.
     *
     * @return the names of all controllers and of the scheduler
     */
    @Override
    public List<String> controllers() {
        return cluster.controllers();
    }

    /**
     * The nodes.
     *
     * @return their names, crashed ones included
     */
    @Override
    public List<String> nodes() {
        return watched.nodes().stream().map(NodeSettings::name).toList();
    }

    // Judgement

    /**
     * What was found broken so far: on the way, and by tasks that failed.
     *
     * @return a sentence each, empty if all is well
     */
    public List<String> violations() {
        var found = new ArrayList<String>(watched.violations());
        time.failures().forEach(failure -> found.add("a task failed: " + failure));
        return found;
    }

    /**
     * What is not as it must be once the cluster has come to rest without faults, beside {@link #violations}.
     *
     * @return a sentence each, empty if all is well
     */
    public List<String> unsettled() {
        return Settled.violations(client());
    }

    /**
     * How many writes were committed.
     *
     * @return the number of revisions
     */
    public long writes() {
        return watched.writes();
    }

    /**
     * How many probes were answered by containers.
     *
     * @return the number of probes
     */
    public long probes() {
        return watched.probes();
    }

    @Override
    public void close() {
        watched.close();
        cluster.close();
        time.close();
    }
}
