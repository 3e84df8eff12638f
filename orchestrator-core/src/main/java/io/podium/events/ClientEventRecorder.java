package io.podium.events;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.client.ApiException;
import io.podium.api.client.Client;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.EventRecorder;
import io.podium.api.core.Event;
import io.podium.api.core.EventBuilder;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Lane;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes Events with a client, one after another on a lane of its own, so that nobody waits for them. Of events that are alike but for their
 * time, the first is written and the others are counted in it.
 */
public final class ClientEventRecorder implements EventRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(ClientEventRecorder.class);
    private static final int MOST_WAITING = 16_384;
    private static final int MOST_REMEMBERED = 4_096;
    private static final int MOST_REMEMBERED_ON_A_NODE = 256;

    private final Client client;
    private final Dispatcher dispatcher;
    private final String host;
    private final int mostRemembered;
    private final Lane lane;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<Likeness, Written> written = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Likeness, Written> eldest) {
            return size() > mostRemembered;
        }
    };

    /** What alike events have in common. */
    private record Likeness(String uid, String fieldPath, String type, String reason, String message) {}

    /** What is kept of an event that was written: not the event, which may expire. */
    private record Written(ObjectKey key, int count) {}

    /**
     * A recorder.
     *
     * @param client writes the Events; its user agent is their source
     * @param dispatcher gives time and threads
     */
    public ClientEventRecorder(Client client, Dispatcher dispatcher) {
        this(client, dispatcher, "", MOST_REMEMBERED);
    }

    private ClientEventRecorder(Client client, Dispatcher dispatcher, String host, int mostRemembered) {
        this.client = client;
        this.dispatcher = dispatcher;
        this.host = host;
        this.mostRemembered = mostRemembered;
        this.lane = dispatcher.lane("events", MOST_WAITING);
    }

    /**
     * A recorder for a component of which each node has one. It remembers fewer events, because there are many of it.
     *
     * @param client writes the Events; its user agent is their source's component
     * @param dispatcher gives time and threads
     * @param node the source's host
     * @return a recorder
     */
    public static ClientEventRecorder onNode(Client client, Dispatcher dispatcher, String node) {
        return new ClientEventRecorder(client, dispatcher, node, MOST_REMEMBERED_ON_A_NODE);
    }

    @Override
    public void normal(ApiObject<?> about, String reason, String message) {
        record(about, "", "Normal", reason, message);
    }

    @Override
    public void warning(ApiObject<?> about, String reason, String message) {
        record(about, "", "Warning", reason, message);
    }

    @Override
    public void record(ApiObject<?> about, String fieldPath, String type, String reason, String message) {
        var at = dispatcher.now();
        var likeness = new Likeness(about.uid(), fieldPath, type, reason, message);
        if (!lane.offer(() -> write(about, likeness, at))) {
            LOG.debug("An Event was dropped because too many wait source={} reason={}", client.userAgent(), reason);
        }
    }

    private void write(ApiObject<?> about, Likeness likeness, Instant at) {
        try {
            var before = remembered(likeness);
            var event = before == null ? create(about, likeness, at) : count(before, about, likeness, at);
            remember(likeness, new Written(event.key(), event.count()));
        } catch (ApiException e) {
            LOG.debug(
                    "An Event could not be written source={} object={} reason={} cause={}",
                    client.userAgent(),
                    about.key(),
                    likeness.reason(),
                    e.getMessage());
        }
    }

    private Event count(Written before, ApiObject<?> about, Likeness likeness, Instant at) {
        var present = client.find(Event.KIND, before.key());
        if (present.isEmpty()) {
            return create(about, likeness, at);
        }
        var again = present.get().withCount(before.count() + 1).withLastTimestamp(at.truncatedTo(ChronoUnit.SECONDS));
        try {
            return client.update(again.withMetadata(again.metadata().withResourceVersion("")), WriteOptions.PLAIN);
        } catch (NotFoundException expired) {
            return create(about, likeness, at);
        }
    }

    private Event create(ApiObject<?> about, Likeness likeness, Instant at) {
        var namespace = about.namespace().isEmpty() ? "default" : about.namespace();
        var seconds = at.truncatedTo(ChronoUnit.SECONDS);
        long unique = at.getEpochSecond() * 1_000_000_000L
                + at.getNano()
                + (dispatcher.random("events").nextLong() >>> 44);
        return client.create(
                new EventBuilder()
                        .name(about.name() + "." + Long.toHexString(unique))
                        .namespace(namespace)
                        .involvedObject(object -> object.kind(about.kind().name())
                                .apiVersion(about.kind().apiVersion())
                                .namespace(about.namespace())
                                .name(about.name())
                                .uid(about.uid())
                                .resourceVersion(about.metadata().resourceVersion())
                                .fieldPath(likeness.fieldPath()))
                        .type(likeness.type())
                        .reason(likeness.reason())
                        .message(likeness.message())
                        .source(source -> source.component(client.userAgent()).host(host))
                        .reportingComponent(client.userAgent())
                        .reportingInstance(host)
                        .firstTimestamp(seconds)
                        .lastTimestamp(seconds)
                        .count(1)
                        .build(),
                WriteOptions.PLAIN);
    }

    private @Nullable Written remembered(Likeness likeness) {
        lock.lock();
        try {
            return written.get(likeness);
        } finally {
            lock.unlock();
        }
    }

    private void remember(Likeness likeness, Written event) {
        lock.lock();
        try {
            written.put(likeness, event);
        } finally {
            lock.unlock();
        }
    }
}
