package io.podium.agent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.client.Client;
import io.podium.api.client.Follower;
import io.podium.api.client.Scope;
import io.podium.api.core.HostIPBuilder;
import io.podium.api.core.Pod;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Signal;
import io.podium.api.dispatch.Task;
import io.podium.api.dispatch.Trigger;
import io.podium.api.meta.ObjectKey;
import io.podium.api.runtime.Capability;
import io.podium.api.runtime.ContainerRuntime;
import io.podium.api.runtime.ContainerStats;
import io.podium.api.runtime.ExecRequest;
import io.podium.api.runtime.ExecResult;
import io.podium.api.runtime.ExecSession;
import io.podium.api.runtime.LogOptions;
import io.podium.api.runtime.NodeStreams;
import io.podium.api.runtime.RuntimeEvent;
import io.podium.api.runtime.Subscription;
import io.podium.events.ClientEventRecorder;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The agent of one node. From its start on, pods that are bound to the node run on its container runtime.
 *
 * <p>One pump takes up what has changed and wakes the workers of the pods concerned. With a runtime whose calls never block ({@link
 * Capability#INSTANT}) the workers run within the pump, which can wait: there may be thousands of such nodes; otherwise each on a trigger of
 * its own.
 */
public final class Agent implements NodeStreams, AutoCloseable {
    /** The user agent of agents, and the source of their Events. */
    public static final String USER_AGENT = "kubelet";

    private final Site site;
    private final Dispatcher dispatcher;
    private final NodeReporter reporter;
    private final Follower<Pod> follower;
    private final Trigger pump;
    private final Subscription subscription;
    private final Task heartbeat;
    private final Relist relist;
    private final Streams streams;
    private final Signal ends;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<String, PodWorker> workers = new LinkedHashMap<>();

    @GuardedBy("lock")
    private ArrayDeque<PodWorker> ready = new ArrayDeque<>(2);

    private volatile @Nullable Duration drainGrace;

    private Agent(AgentSettings settings, Client client, ContainerRuntime runtime, Dispatcher parent) {
        dispatcher = parent.child("agent-" + settings.node());
        var own = client.as(USER_AGENT);
        boolean instant = runtime.capabilities().contains(Capability.INSTANT);
        reporter = new NodeReporter(settings, own, runtime, dispatcher);
        site = new Site(
                settings,
                own,
                runtime,
                dispatcher,
                ClientEventRecorder.onNode(own, dispatcher, settings.node()),
                instant,
                reporter.capacity(),
                List.of(new HostIPBuilder().ip(settings.address()).build()),
                new AtomicReference<>(List.of()));
        ends = dispatcher.signal("pods of " + settings.node());
        follower = own.follow(Pod.KIND, new Scope.OnNode(settings.node()));
        streams = new Streams(site, this);
        relist = new Relist(site, this);
        pump = instant ? dispatcher.backgroundTrigger("pump", this::pump) : dispatcher.trigger("pump", this::pump);
        subscription = runtime.subscribe(this::runtimeChanged);
        follower.onReady(pump::fire);
        var first = dispatcher.random("heartbeat").between(Duration.ZERO, settings.heartbeat());
        heartbeat = dispatcher.every("heartbeat", first, settings.heartbeat(), this::beat);
    }

    /**
     * Starts an agent. It registers its node, takes over what an earlier agent left running, and runs the pods of its node from then on.
     *
     * @param settings what it is told of its node
     * @param client reaches the API server
     * @param runtime runs containers; it is closed by whoever started it, after the agent
     * @param dispatcher makes the agent's scope, which {@link #close} closes
     * @return the agent, at work
     */
    public static Agent start(AgentSettings settings, Client client, ContainerRuntime runtime, Dispatcher dispatcher) {
        var agent = new Agent(settings, client, new GuardedRuntime(runtime), dispatcher);
        agent.dispatcher.execute("register", agent::register);
        return agent;
    }

    private void register() {
        try {
            reporter.register();
        } finally {
            pump.fire();
        }
    }

    private void beat() {
        reporter.beat();
        relist.beat();
    }

    /** The name of the agent's node. */
    String node() {
        return site.settings().node();
    }

    private void pump() {
        var changes = follower.advance();
        relist.adoptOnce();
        for (var change : changes) {
            take(change.newest().key(), change.newest().uid());
        }
        if (relist.isDue()) {
            pods().forEach(this::take);
        }
        for (var worker = next(); worker != null; worker = next()) {
            worker.sync();
        }
    }

    /** Takes up how a pod is now, which is never older than what this agent wrote. */
    private void take(ObjectKey key, String uid) {
        var present = follower.lister().find(key);
        if (present.isEmpty() || !present.get().uid().equals(uid)) {
            worker(uid).ifPresent(PodWorker::gone);
        }
        present.ifPresent(this::take);
    }

    private void take(Pod pod) {
        var known = worker(pod.uid());
        if (known.isPresent()) {
            known.get().changed(pod);
        } else if (!Relist.hasEnded(pod) || pod.isTerminating()) {
            add(pod).wake();
        } else {
            add(pod).rest();
        }
    }

    private PodWorker add(Pod pod) {
        var worker = new PodWorker(this, site, lock, pod);
        relist.adoptInto(worker);
        lock.lock();
        try {
            workers.put(pod.uid(), worker);
        } finally {
            lock.unlock();
        }
        return worker;
    }

    /** The pods that are bound to the node, as its agent sees them. */
    List<Pod> pods() {
        return follower.lister().onNode(node());
    }

    Optional<Pod> pod(ObjectKey key) {
        return follower.lister().find(key);
    }

    Optional<PodWorker> worker(String uid) {
        lock.lock();
        try {
            return Optional.ofNullable(workers.get(uid));
        } finally {
            lock.unlock();
        }
    }

    List<PodWorker> workers() {
        lock.lock();
        try {
            return new ArrayList<>(workers.values());
        } finally {
            lock.unlock();
        }
    }

    /** Looks again at pods that may have been missed. */
    void pumpSoon() {
        pump.fire();
    }

    void forget(PodWorker worker) {
        lock.lock();
        try {
            workers.remove(worker.pod().uid(), worker);
        } finally {
            lock.unlock();
        }
        ends.pulse();
    }

    /** A worker has stopped what it ran. */
    void stopped() {
        ends.pulse();
    }

    /** Has a worker run within the pump. */
    void enqueue(PodWorker worker) {
        lock.lock();
        try {
            if (worker.queued) {
                return;
            }
            worker.queued = true;
            ready.add(worker);
        } finally {
            lock.unlock();
        }
        pump.fire();
    }

    private @Nullable PodWorker next() {
        lock.lock();
        try {
            var worker = ready.poll();
            if (worker != null) {
                worker.queued = false;
            }
            return worker;
        } finally {
            lock.unlock();
        }
    }

    private void runtimeChanged(RuntimeEvent event) {
        worker(event.podUid()).ifPresent(PodWorker::wake);
    }

    /** How long pods may take to end because the node is going down; null while it is not. */
    @Nullable
    Duration drainGrace() {
        return drainGrace;
    }

    @Override
    public void logs(ObjectKey pod, String container, LogOptions options, OutputStream sink)
            throws IOException, InterruptedException {
        streams.logs(pod, container, options, sink);
    }

    @Override
    public ExecResult exec(ObjectKey pod, String container, List<String> command, Duration timeout) {
        return streams.exec(pod, container, command, timeout);
    }

    @Override
    public ExecSession openExec(ObjectKey pod, String container, ExecRequest request) {
        return streams.openExec(pod, container, request);
    }

    @Override
    public ContainerStats stats(ObjectKey pod, String container) {
        return streams.stats(pod, container);
    }

    /**
     * Stops all pods of the node, because it goes down with its cluster. Their objects are left as they are. Waits until all have
     * stopped, or the grace period has passed and everything was killed.
     *
     * @param grace how long the containers may take to end; a pod's own grace period, if that is shorter
     * @return whether everything has stopped
     * @throws InterruptedException if the calling task is interrupted
     */
    public boolean drain(Duration grace) throws InterruptedException {
        drainGrace = grace;
        workers().forEach(PodWorker::wake);
        pump.fire();
        return ends.await(() -> workers().stream().allMatch(PodWorker::isStopped), grace.plus(Duration.ofSeconds(5)));
    }

    /** Ends the agent. Containers go on as far as their runtime lets them; {@link #drain} stops them. */
    @Override
    public void close() {
        heartbeat.cancel();
        subscription.close();
        follower.close();
        dispatcher.close();
    }
}
