package io.podium.cluster;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.agent.Agent;
import io.podium.agent.AgentSettings;
import io.podium.api.ClusterSettings;
import io.podium.api.NodeSettings;
import io.podium.api.client.ApiException;
import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.NotFoundException;
import io.podium.api.core.Node;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Signal;
import io.podium.api.dispatch.Task;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.StatusBuilder;
import io.podium.api.runtime.Capability;
import io.podium.api.runtime.ContainerRuntime;
import io.podium.api.runtime.NodeStreams;
import io.podium.api.runtime.RuntimeFactory;
import io.podium.runtime.process.ProcessRuntime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The nodes of a cluster: each a container runtime and an agent. */
final class Nodes implements NodeStreams.Directory, AutoCloseable {
    private final ClusterSettings settings;
    private final Client client;
    private final Dispatcher dispatcher;
    private final Directory directory;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<String, LocalNode> nodes = new LinkedHashMap<>();

    @GuardedBy("lock")
    private @Nullable String defaultRuntime;

    @GuardedBy("lock")
    private boolean closing;

    @GuardedBy("lock")
    private int starting;

    private final Signal started;

    /** Set when {@code closing} has lasted so long that nobody waits any more for nodes that are being started. */
    @GuardedBy("lock")
    private boolean closed;

    /** An agent with its runtime, and the scope of the runtime. */
    private record LocalNode(Agent agent, ContainerRuntime runtime, Dispatcher scope) {
        void close() {
            Closing.quietly(agent);
            Closing.quietly(runtime);
            Closing.quietly(scope);
        }
    }

    Nodes(ClusterSettings settings, Client client, Dispatcher dispatcher) {
        this.settings = settings;
        this.client = client;
        this.dispatcher = dispatcher;
        this.started = dispatcher.signal("nodes that are being started");
        this.directory =
                new Directory(settings.name(), dispatcher.random("directory").string("0123456789abcdef", 8));
    }

    /** Starts the nodes that the settings name; one of host processes if they name none. */
    void start() {
        var said = settings.nodes();
        if (said == null) {
            add(NodeSettings.of("node-1", site -> ProcessRuntime.start(site.dispatcher())));
        } else {
            said.forEach(this::add);
        }
    }

    void add(NodeSettings node) {
        begin(node.name());
        try {
            start(node);
        } finally {
            begun();
        }
    }

    private void start(NodeSettings node) {
        var scope = dispatcher.child(node.name());
        var runtime = started(node, scope);
        try {
            claimDirectory(runtime);
            var agent = Agent.start(agentSettings(node, runtime), clientOf(node), runtime, dispatcher);
            put(node.name(), new LocalNode(agent, runtime, scope));
        } catch (RuntimeException | Error e) {
            Closing.quietly(runtime);
            Closing.quietly(scope);
            throw e;
        }
    }

    private ContainerRuntime started(NodeSettings node, Dispatcher scope) {
        try {
            var runtime = node.runtime().start(new RuntimeFactory.Site(settings.name(), node.name(), scope));
            return Objects.requireNonNull(
                    runtime, () -> "what starts the runtime of node " + node.name() + " returned null");
        } catch (RuntimeException | Error e) {
            Closing.quietly(scope);
            throw e;
        }
    }

    private void begin(String name) {
        lock.lock();
        try {
            if (closing) {
                throw tooLate(name);
            }
            if (nodes.containsKey(name)) {
                throw taken(name);
            }
            starting++;
        } finally {
            lock.unlock();
        }
    }

    private void begun() {
        lock.lock();
        try {
            starting--;
        } finally {
            lock.unlock();
        }
        started.pulse();
    }

    private boolean isNoneStarting() {
        lock.lock();
        try {
            return starting == 0;
        } finally {
            lock.unlock();
        }
    }

    private static IllegalArgumentException taken(String name) {
        return new IllegalArgumentException("there is a node named " + name + " already; give each a name of its own");
    }

    /** Containers that an heir adopts need their files: those are nobody's to delete. */
    private void claimDirectory(ContainerRuntime runtime) {
        var capabilities = runtime.capabilities();
        if (!capabilities.contains(Capability.INSTANT) && !capabilities.contains(Capability.ADOPTION)) {
            directory.claim();
        }
    }

    private Client clientOf(NodeSettings node) {
        return settings.clients().decorate(node.name(), client);
    }

    private AgentSettings agentSettings(NodeSettings node, ContainerRuntime runtime) {
        Path root = directory.of(node.name());
        var agent = AgentSettings.of(settings.name(), node.name(), root)
                .labelled(node.labels())
                .sized(node.capacity())
                .beating(heartbeat());
        return isDefault(runtime.name()) ? agent : agent.tainted();
    }

    /** Five times in the grace period, if that is short. */
    private Duration heartbeat() {
        var fifth = settings.nodeGrace().dividedBy(5).plusNanos(1); // never zero
        return fifth.compareTo(AgentSettings.HEARTBEAT) < 0 ? fifth : AgentSettings.HEARTBEAT;
    }

    private boolean isDefault(String runtime) {
        lock.lock();
        try {
            if (defaultRuntime == null) {
                defaultRuntime = runtime;
            }
            return runtime.equals(defaultRuntime);
        } finally {
            lock.unlock();
        }
    }

    private void put(String name, LocalNode node) {
        RuntimeException refused;
        lock.lock();
        try {
            if (!closed && nodes.putIfAbsent(name, node) == null) {
                return;
            }
            refused = closed ? tooLate(name) : taken(name);
        } finally {
            lock.unlock();
        }
        node.close();
        throw refused;
    }

    private IllegalStateException tooLate(String name) {
        return new IllegalStateException(
                "the cluster " + settings.name() + " is closing; it takes no node " + name + " any more");
    }

    /** Ends a node without a word. */
    void crash(String name) {
        take(name).close();
    }

    private LocalNode take(String name) {
        LocalNode node;
        lock.lock();
        try {
            node = nodes.remove(name);
            if (node == null) {
                throw new IllegalArgumentException("there is no node named " + name + ", only "
                        + nodes.keySet().stream().sorted().toList());
            }
        } finally {
            lock.unlock();
        }
        return node;
    }

    void remove(String name) {
        end(take(name));
        try {
            client.delete(Node.KIND, ObjectKey.of("", name), DeleteOptions.PLAIN);
        } catch (NotFoundException gone) {
            return; // what was wanted
        }
    }

    @Override
    public NodeStreams of(String name) {
        lock.lock();
        try {
            var node = nodes.get(name);
            if (node != null) {
                return node.agent();
            }
        } finally {
            lock.unlock();
        }
        throw ApiException.of(new StatusBuilder()
                .status("Failure")
                .reason("NotFound")
                .code(404)
                .message(
                        name.isEmpty()
                                ? "the pod is on no node yet; await that it runs first"
                                : "no agent of node \"" + name + "\" is connected")
                .build());
    }

    private void end(LocalNode node) {
        try {
            node.agent().drain(settings.closeGrace());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        node.close();
    }

    private void refuseMore() {
        lock.lock();
        try {
            closing = true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends all nodes, side by side, those too that are just being started. */
    @Override
    public void close() throws InterruptedException {
        refuseMore();
        started.await(this::isNoneStarting, settings.closeGrace());
        List<LocalNode> all;
        lock.lock();
        try {
            closed = true;
            all = List.copyOf(nodes.values());
            nodes.clear();
        } finally {
            lock.unlock();
        }
        var tasks = new ArrayList<Task>();
        all.forEach(node -> tasks.add(dispatcher.execute("end a node", () -> end(node))));
        var most = settings.closeGrace().plus(Duration.ofSeconds(10));
        for (var task : tasks) {
            task.join(most);
        }
        directory.close();
    }
}
