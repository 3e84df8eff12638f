package io.podium.scheduler;

import io.podium.api.client.ApiException;
import io.podium.api.client.Change;
import io.podium.api.client.Client;
import io.podium.api.client.ConflictException;
import io.podium.api.client.Follower;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.Scope;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.EventRecorder;
import io.podium.api.core.BindingBuilder;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Lane;
import io.podium.api.dispatch.Trigger;
import io.podium.events.ClientEventRecorder;
import io.podium.scheduler.SchedulingQueue.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Assigns pods to nodes, one after another. A pod takes its room in the snapshot as soon as it is decided; its binding is written beside the
 * next decisions, and if that fails the room is given back.
 */
public final class Scheduler implements AutoCloseable {
    /** The name by which pods ask for this scheduler, and the source of its Events. */
    public static final String NAME = "default-scheduler";

    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
    private static final int BATCH = 256;
    private static final int BINDERS = 8;
    private static final int MOST_WAITING = 4_096;
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final Client client;
    private final Dispatcher dispatcher;
    private final EventRecorder events;
    private final Follower<Pod> pods;
    private final Follower<Node> nodes;
    private final Snapshot snapshot = new Snapshot();
    private final SchedulingQueue queue = new SchedulingQueue();
    private final ConcurrentLinkedQueue<Unbound> unbound = new ConcurrentLinkedQueue<>();
    private final Algorithm algorithm;
    private final List<Lane> binders;
    private final Trigger run;
    private int nextBinder;
    private volatile boolean wakeRequested;

    /** A pod whose binding failed. */
    private record Unbound(Pod pod, boolean again) {}

    private Scheduler(Client client, Dispatcher dispatcher) {
        this.client = client.as(NAME);
        this.dispatcher = dispatcher.child(NAME);
        this.events = new ClientEventRecorder(this.client, this.dispatcher);
        this.algorithm = new Algorithm(snapshot, this.dispatcher.random("ties"));
        this.pods = this.client.follow(Pod.KIND, Scope.ALL);
        this.nodes = this.client.follow(Node.KIND, Scope.ALL);
        this.binders = Stream.generate(() -> this.dispatcher.lane("bind", MOST_WAITING))
                .limit(BINDERS)
                .toList();
        this.run = this.dispatcher.trigger("schedule", this::run);
    }

    /**
     * Starts a scheduler.
     *
     * @param client reaches the API server
     * @param dispatcher gives time, randomness and threads
     * @return the scheduler, at work
     */
    public static Scheduler start(Client client, Dispatcher dispatcher) {
        var scheduler = new Scheduler(client, dispatcher);
        scheduler.pods.onReady(scheduler.run::fire);
        scheduler.nodes.onReady(scheduler.run::fire);
        scheduler.run.fire();
        return scheduler;
    }

    private void run() {
        boolean roomier = takeBack();
        for (var change : nodes.advance()) {
            roomier |= takeOver(change);
        }
        for (var change : pods.advance()) {
            roomier |= takeOverPod(change);
        }
        if (roomier) {
            var later = queue.wake(dispatcher.nanos());
            if (later != null) {
                dispatcher.schedule("try parked pods again", later, this::wakeParked);
            }
        }
        for (int i = 0; i < BATCH; i++) {
            var waiting = queue.next();
            if (waiting == null) {
                return;
            }
            schedule(waiting);
        }
        run.fire();
    }

    private void wakeParked() {
        wakeRequested = true;
        run.fire();
    }

    /** Gives back the room of pods that could not be bound; answers whether parked pods should be tried again. */
    private boolean takeBack() {
        boolean roomier = wakeRequested;
        wakeRequested = false;
        var unknown = new ArrayList<Unbound>();
        for (var failed = unbound.poll(); failed != null; failed = unbound.poll()) {
            roomier |= !isAssigned(failed.pod()) && snapshot.vacate(failed.pod().uid());
            if (failed.again() && !queueAgain(failed.pod())) {
                unknown.add(failed);
            }
        }
        if (!unknown.isEmpty()) {
            unbound.addAll(unknown);
            dispatcher.schedule("ask for unbound pods again", ASK_AGAIN, run::fire);
        }
        return roomier;
    }

    /** Whether a binding whose answer was lost is known to have been committed. */
    private boolean isAssigned(Pod pod) {
        return pods.lister()
                .find(pod.key())
                .filter(now -> now.uid().equals(pod.uid()))
                .filter(now -> !now.spec().nodeName().isEmpty())
                .isPresent();
    }

    /** Queues a pod as it is now; answers whether that is known. */
    private boolean queueAgain(Pod pod) {
        try {
            client.find(Pod.KIND, pod.key()).filter(this::isOurs).ifPresent(queue::put);
            return true;
        } catch (ApiException e) {
            LOG.debug("A pod could not be read pod={} cause={}", pod.key(), e.getMessage());
            return false;
        }
    }

    private boolean takeOver(Change<Node> change) {
        var node = change.after();
        if (node == null) {
            snapshot.remove(change.newest().name());
            return false;
        }
        snapshot.put(node);
        var before = change.before();
        return before == null
                || !before.spec().equals(node.spec())
                || !before.metadata().labels().equals(node.metadata().labels())
                || !before.status().allocatable().equals(node.status().allocatable());
    }

    private boolean takeOverPod(Change<Pod> change) {
        var pod = change.after();
        if (pod == null || hasEnded(pod)) {
            var last = change.newest();
            queue.remove(last.uid());
            return snapshot.vacate(last.uid());
        }
        if (!pod.spec().nodeName().isEmpty()) {
            var before = change.before();
            if (before != null && before.spec() == pod.spec() && !hasEnded(before)) {
                return false; // only its status is new
            }
            queue.remove(pod.uid());
            snapshot.place(pod, pod.spec().nodeName(), PodRequirements.of(pod));
        } else if (isOurs(pod)) {
            queue.put(pod);
        } else {
            queue.remove(pod.uid());
        }
        return false;
    }

    private static boolean hasEnded(Pod pod) {
        var phase = pod.status().phase();
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    private boolean isOurs(Pod pod) {
        return pod.spec().nodeName().isEmpty()
                && !pod.isTerminating()
                && pod.spec().schedulingGates().isEmpty()
                && (pod.spec().schedulerName().isEmpty()
                        || pod.spec().schedulerName().equals(NAME));
    }

    private void schedule(Waiting waiting) {
        var pod = waiting.pod();
        var requirements = PodRequirements.of(pod);
        switch (algorithm.decide(requirements)) {
            case Decision.Place place -> {
                var node = snapshot.node(place.index());
                if (node != null) {
                    snapshot.place(pod, node.name(), requirements);
                    bindSoon(pod, node.name());
                }
            }
            case Decision.Nowhere nowhere -> {
                queue.park(waiting, dispatcher.nanos());
                var why = algorithm.explain(requirements);
                dispatcher.execute("report", () -> report(pod, why));
            }
        }
    }

    /** A few tasks write the bindings, one after another each, so that what bound pods set in motion does not come in between. */
    private void bindSoon(Pod pod, String node) {
        nextBinder = (nextBinder + 1) % BINDERS;
        if (!binders.get(nextBinder).offer(() -> bind(pod, node))) {
            dispatcher.execute("bind", () -> bind(pod, node)); // that binder hangs
        }
    }

    private void bind(Pod pod, String node) {
        var binding = new BindingBuilder()
                .metadata(metadata ->
                        metadata.namespace(pod.namespace()).name(pod.name()).uid(pod.uid()))
                .target(target -> target.kind("Node").name(node))
                .build();
        try {
            client.bind(binding, WriteOptions.PLAIN);
            events.normal(
                    pod, "Scheduled", "Successfully assigned " + pod.namespace() + "/" + pod.name() + " to " + node);
        } catch (NotFoundException | ConflictException e) {
            giveBack(pod, e, false);
        } catch (ApiException e) {
            giveBack(pod, e, true);
        }
    }

    private void giveBack(Pod pod, ApiException why, boolean again) {
        LOG.debug("A binding failed pod={} cause={}", pod.key(), why.getMessage());
        unbound.add(new Unbound(pod, again));
        run.fire();
    }

    private void report(Pod pod, String why) {
        events.warning(pod, "FailedScheduling", why);
        try {
            var current = client.find(Pod.KIND, pod.key());
            if (current.isPresent() && current.get().uid().equals(pod.uid()) && isOurs(current.get())) {
                var status = Unschedulable.told(current.get().status(), why, dispatcher.now());
                if (!status.equals(current.get().status())) {
                    client.updateStatus(current.get().withStatus(status), WriteOptions.PLAIN);
                }
            }
        } catch (NotFoundException | ConflictException changed) {
            return; // it will be tried, and reported, again
        } catch (ApiException e) {
            LOG.debug("A pod's condition could not be written pod={} cause={}", pod.key(), e.getMessage());
        }
    }

    @Override
    public void close() {
        pods.close();
        nodes.close();
        dispatcher.close();
    }
}
