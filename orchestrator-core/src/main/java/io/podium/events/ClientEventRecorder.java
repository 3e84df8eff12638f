package io.podium.events;

import io.podium.api.client.AlreadyExistsException;
import io.podium.api.client.ApiException;
import io.podium.api.client.Client;
import io.podium.api.client.ConflictException;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.EventRecorder;
import io.podium.api.core.Event;
import io.podium.api.core.EventBuilder;
import io.podium.api.core.ObjectReference;
import io.podium.api.core.ObjectReferenceBuilder;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Lane;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes Events with a client, one after another on a lane of its own, so that nobody waits for them. Events that are alike but for their
 * time have the same name: the first is written and the others are counted in it. So nothing is remembered here, and counting goes on after a
 * restart.
 */
public final class ClientEventRecorder implements EventRecorder {
    private static final Logger LOG = LoggerFactory.getLogger(ClientEventRecorder.class);
    private static final int MOST_WAITING = 1 << 17;
    /** Leaves room for the number in a name of 253 characters. */
    private static final int LONGEST_PREFIX = 236;

    private final Client client;
    private final Dispatcher dispatcher;
    private final String host;
    private final Lane lane;

    /** What alike events have in common. */
    private record Likeness(String source, String uid, String fieldPath, String type, String reason, String message) {
        /** A number that others hardly have, the same in every JVM. */
        long hash() {
            long hash = 1_125_899_906_842_597L;
            for (var part : List.of(source, uid, fieldPath, type, reason, message)) {
                for (int i = 0; i < part.length(); i++) {
                    hash = 31 * hash + part.charAt(i);
                }
                hash = 31 * hash;
            }
            return hash;
        }
    }

    /**
     * A recorder.
     *
     * @param client writes the Events; its user agent is their source
     * @param dispatcher gives time and threads
     */
    public ClientEventRecorder(Client client, Dispatcher dispatcher) {
        this(client, dispatcher, "");
    }

    private ClientEventRecorder(Client client, Dispatcher dispatcher, String host) {
        this.client = client;
        this.dispatcher = dispatcher;
        this.host = host;
        this.lane = dispatcher.backgroundLane("events", MOST_WAITING);
    }

    /**
     * A recorder for a component of which each node has one.
     *
     * @param client writes the Events; its user agent is their source's component
     * @param dispatcher gives time and threads
     * @param node the source's host
     * @return a recorder
     */
    public static ClientEventRecorder onNode(Client client, Dispatcher dispatcher, String node) {
        return new ClientEventRecorder(client, dispatcher, node);
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
        var likeness = new Likeness(client.userAgent(), about.uid(), fieldPath, type, reason, message);
        var involved = reference(about, fieldPath); // what waits to be written need not hold the object
        if (!lane.offer(() -> write(involved, likeness, at))) {
            LOG.debug("An Event was dropped because too many wait source={} reason={}", client.userAgent(), reason);
        }
    }

    private static ObjectReference reference(ApiObject<?> about, String fieldPath) {
        return new ObjectReferenceBuilder()
                .kind(about.kind().name())
                .apiVersion(about.kind().apiVersion())
                .namespace(about.namespace())
                .name(about.name())
                .uid(about.uid())
                .resourceVersion(about.metadata().resourceVersion())
                .fieldPath(fieldPath)
                .build();
    }

    private void write(ObjectReference about, Likeness likeness, Instant at) {
        try {
            var namespace = about.namespace().isEmpty() ? "default" : about.namespace();
            var key = ObjectKey.of(namespace, prefix(about.name()) + "." + Long.toHexString(likeness.hash()));
            var before = client.find(Event.KIND, key);
            if (before.isPresent()) {
                count(before.get(), at);
            } else {
                create(key, about, likeness, at);
            }
        } catch (NotFoundException | AlreadyExistsException | ConflictException e) {
            LOG.debug("An Event met another writer source={} object={}", client.userAgent(), about.name());
        } catch (ApiException e) {
            LOG.debug(
                    "An Event could not be written source={} object={} reason={} cause={}",
                    client.userAgent(),
                    about.name(),
                    likeness.reason(),
                    e.getMessage());
        }
    }

    /** As much of a name as leaves room for the number behind it, and ends as names may end. */
    private static String prefix(String name) {
        int end = Math.min(name.length(), LONGEST_PREFIX);
        while (end < name.length() && end > 0 && !Character.isLetterOrDigit(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }

    private void count(Event before, Instant at) {
        client.update(
                before.withCount(before.count() + 1).withLastTimestamp(at.truncatedTo(ChronoUnit.SECONDS)),
                WriteOptions.PLAIN);
    }

    private void create(ObjectKey key, ObjectReference about, Likeness likeness, Instant at) {
        var seconds = at.truncatedTo(ChronoUnit.SECONDS);
        client.create(
                new EventBuilder()
                        .name(key.name())
                        .namespace(key.namespace())
                        .involvedObject(about)
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
}
