package io.podium.api;

import io.podium.api.controller.ControllerSpec;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.Kind;
import io.podium.api.runtime.RuntimeFactory;
import io.podium.api.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Describes a cluster and starts it. */
public final class ClusterBuilder {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][-_.A-Za-z0-9]{0,62}");

    private final List<NodeSettings> nodes = new ArrayList<>();
    private final Set<String> nodeNames = new HashSet<>(); // asked only; never iterated
    private final List<Kind<?>> kinds = new ArrayList<>();
    private final List<ControllerSpec> controllers = new ArrayList<>();
    private boolean nodesSaid;
    private String name = "podium";
    private @Nullable Function<Dispatcher, Store> store;
    private @Nullable Dispatcher dispatcher;
    private ClientDecorator clients = ClientDecorator.NONE;
    private Duration nodeGrace = Duration.ofSeconds(50);
    private int events = 65_536;
    private Duration closeGrace = Duration.ofSeconds(10);

    ClusterBuilder() {}

    /**
     * Names the cluster, for logs, threads and directories. Two clusters may have one name.
     *
     * @param clusterName its name, {@code podium} unless said: at most 63 letters, digits, {@code -}, {@code _} and {@code .}, of which
     *     the first is a letter or digit
     * @return this builder
     * @throws IllegalArgumentException if it is no such name
     */
    public ClusterBuilder name(String clusterName) {
        if (!NAME.matcher(Objects.requireNonNull(clusterName, "the name of the cluster is null"))
                .matches()) {
            throw new IllegalArgumentException("cluster name \"" + clusterName
                    + "\": must be at most 63 letters, digits, '-', '_' and '.', beginning with a letter or digit");
        }
        name = clusterName;
        return this;
    }

    /**
     * Adds nodes of one runtime. The runtime of the first node is the cluster's default: nodes of other runtimes carry a taint, which
     * {@link io.podium.api.core.DescribesPods#runtime} tolerates.
     *
     * @param count how many; 0 adds none, and a cluster of which no more is said has no nodes
     * @param runtime starts their container runtimes
     * @return this builder
     * @throws IllegalArgumentException if there are to be fewer than 0
     */
    public ClusterBuilder nodes(int count, RuntimeFactory runtime) {
        if (count < 0) {
            throw new IllegalArgumentException("the number of nodes must be at least 0, was " + count);
        }
        nodesSaid = true;
        for (int i = 0; i < count; i++) {
            node(NodeSettings.of("node-" + (nodes.size() + 1), runtime));
        }
        return this;
    }

    /**
     * Adds a node.
     *
     * @param node the node
     * @return this builder
     * @throws IllegalArgumentException if there is a node of that name already
     */
    public ClusterBuilder node(NodeSettings node) {
        if (!nodeNames.add(Objects.requireNonNull(node, "the node is null").name())) {
            throw new IllegalArgumentException(
                    "there are two nodes named " + node.name() + "; give each a name of its own");
        }
        nodesSaid = true;
        nodes.add(node);
        return this;
    }

    /**
     * Serves a kind of yours like a built-in one. {@link #start} refuses one whose names are taken, or are none.
     *
     * @param kind the kind
     * @return this builder
     */
    public ClusterBuilder kind(Kind<?> kind) {
        kinds.add(Objects.requireNonNull(kind, "the kind is null"));
        return this;
    }

    /**
     * Runs a controller of yours beside the built-in ones.
     *
     * @param controller what it is made of; its name is its own
     * @return this builder
     */
    public ClusterBuilder controller(ControllerSpec controller) {
        controllers.add(Objects.requireNonNull(controller, "the controller is null"));
        return this;
    }

    /**
     * Keeps objects in another store than memory.
     *
     * @param make makes the store, which the cluster closes
     * @return this builder
     */
    public ClusterBuilder store(Function<Dispatcher, Store> make) {
        store = Objects.requireNonNull(make, "what makes the store is null");
        return this;
    }

    /**
     * Takes time, randomness and threads from elsewhere, for example from a simulation.
     *
     * @param source what to take them from; the cluster works in a child of it
     * @return this builder
     */
    public ClusterBuilder dispatcher(Dispatcher source) {
        dispatcher = Objects.requireNonNull(source, "the dispatcher is null");
        return this;
    }

    /**
     * Stands between the components of the cluster and its API server. {@link Cluster#client} is left as it is.
     *
     * @param decorator makes the client of each component
     * @return this builder
     */
    public ClusterBuilder clients(ClientDecorator decorator) {
        clients = Objects.requireNonNull(decorator, "the decorator of clients is null");
        return this;
    }

    /**
     * Says how long a node may be silent before its pods count as lost. Nodes send a heartbeat every ten seconds, or five times in a grace
     * period that is shorter than 50 seconds. Time in which this JVM stood still does not count.
     *
     * @param grace more than zero; 50 seconds unless said, as in Kubernetes
     * @return this builder
     * @throws IllegalArgumentException if it is zero or negative
     */
    public ClusterBuilder nodeGrace(Duration grace) {
        if (!grace.isPositive()) {
            throw new IllegalArgumentException("nodeGrace must be more than zero, was " + grace);
        }
        nodeGrace = grace;
        return this;
    }

    /**
     * Says how many Events are kept. An Event goes an hour after it was last seen, as in Kubernetes; but a large cluster writes half a
     * million of them for a hundred thousand pods, so those not seen for longest go earlier when there are more.
     *
     * @param most at least 1; 65,536 unless said, which is about 60 MB
     * @return this builder
     * @throws IllegalArgumentException if it is less than 1
     */
    public ClusterBuilder events(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("events must be at least 1, was " + most);
        }
        events = most;
        return this;
    }

    /**
     * Says how long containers may take to end when the cluster closes, before they are killed.
     *
     * @param grace 10 seconds unless said; zero kills them at once
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public ClusterBuilder closeGrace(Duration grace) {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("closeGrace must not be negative, was " + grace);
        }
        closeGrace = grace;
        return this;
    }

    /**
     * Starts the cluster.
     *
     * @return the cluster, its nodes about to become ready
     * @throws IllegalStateException if no implementation is on the class path
     * @throws IllegalArgumentException if a kind or a controller of yours has a name that is taken, or is none
     */
    public Cluster start() {
        var settings = new ClusterSettings(
                name,
                nodesSaid ? nodes : null,
                kinds,
                controllers,
                store,
                dispatcher,
                clients,
                nodeGrace,
                events,
                closeGrace);
        return ServiceLoader.load(ClusterProvider.class, ClusterProvider.class.getClassLoader())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("no cluster implementation is on the class path; add the dependency"
                                + " io.podium:orchestrator-core"))
                .start(settings);
    }
}
