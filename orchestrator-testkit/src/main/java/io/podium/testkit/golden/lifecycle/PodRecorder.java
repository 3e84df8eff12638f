package io.podium.testkit.golden.lifecycle;

import io.podium.api.client.Client;
import io.podium.api.client.ExpiredException;
import io.podium.api.client.Watch;
import io.podium.api.client.WatchEvent;
import io.podium.api.client.WatchOptions;
import io.podium.api.core.Event;
import io.podium.api.core.Pod;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Kind;
import io.podium.codec.Trees;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Writes down every state of the pods of a namespace, and the node's Events on them, with the time since each pod was created. */
final class PodRecorder implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final Dispatcher dispatcher;
    private final Watch<Pod> pods;
    private final Watch<Event> events;
    private final ReentrantLock lock = new ReentrantLock();

    /** Guarded by the lock. */
    private final Map<String, Recorded> records = new TreeMap<>();

    private volatile boolean closed;

    /** What is known of a pod. */
    private static final class Recorded {
        private final long since;
        private final List<JsonObject> trace = new ArrayList<>();
        private final List<JsonObject> events = new ArrayList<>();
        private String uid = "";
        private String ip = "";

        Recorded(long since) {
            this.since = since;
        }
    }

    PodRecorder(Client client, String namespace, Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
        pods = watch(client, Pod.KIND, namespace);
        events = watch(client, Event.KIND, namespace);
        dispatcher.execute("record pods", () -> read(pods, this::add));
        dispatcher.execute("record events", () -> read(events, this::addEvent));
    }

    private static <T extends ApiObject<T>> Watch<T> watch(Client client, Kind<T> kind, String namespace) {
        return client.watch(kind, namespace, WatchOptions.ALL);
    }

    private <T extends ApiObject<T>> void read(Watch<T> watch, Consumer<WatchEvent<T>> sink) {
        try {
            while (!closed) {
                watch.next(PERIOD).forEach(sink);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExpiredException e) {
            throw new IllegalStateException("the recorder fell behind the history", e);
        }
    }

    /** Begins to write down what happens to a pod that is about to be created. */
    void begin(String pod) {
        lock.lock();
        try {
            records.put(pod, new Recorded(dispatcher.nanos()));
        } finally {
            lock.unlock();
        }
    }

    private void add(WatchEvent<Pod> change) {
        var pod = change.object();
        lock.lock();
        try {
            var record = records.get(pod.name());
            if (record == null) {
                return;
            }
            record.uid = pod.uid();
            record.ip =
                    pod.status().podIP().isEmpty() ? record.ip : pod.status().podIP();
            var tree = Trees.toTree(pod);
            var step = JsonObject.builder()
                    .put("at", at(record))
                    .put("type", change.type().name())
                    .put("status", LifecycleCase.Fields.object(tree, "status"));
            tree.at("metadata", "deletionGracePeriodSeconds")
                    .ifPresent(seconds -> step.put("deletionGracePeriodSeconds", seconds));
            record.trace.add(step.build());
        } finally {
            lock.unlock();
        }
    }

    private void addEvent(WatchEvent<Event> change) {
        var event = change.object();
        lock.lock();
        try {
            var record = records.get(event.involvedObject().name());
            if (record == null
                    || change.type() == WatchEvent.Type.DELETED
                    || event.reason().equals("Scheduled")) {
                return;
            }
            record.events.add(JsonObject.builder()
                    .put("at", at(record))
                    .put("type", event.type())
                    .put("reason", event.reason())
                    .put("message", event.message())
                    .put("field", event.involvedObject().fieldPath())
                    .build());
        } finally {
            lock.unlock();
        }
    }

    private Json at(Recorded record) {
        return Json.of((dispatcher.nanos() - record.since) / 1e9);
    }

    /** What was written down of a pod. */
    Observed observed(String pod, JsonObject logs) {
        lock.lock();
        try {
            var record = records.get(pod);
            if (record == null) {
                throw new IllegalArgumentException("no record of pod " + pod + " was begun");
            }
            return new Observed(record.uid, record.ip, record.trace, record.events, logs);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        pods.close();
        events.close();
    }
}
