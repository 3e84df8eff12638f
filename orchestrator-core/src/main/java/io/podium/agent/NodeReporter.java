package io.podium.agent;

import io.podium.api.client.AlreadyExistsException;
import io.podium.api.client.ApiException;
import io.podium.api.client.Client;
import io.podium.api.client.ConflictException;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.WriteOptions;
import io.podium.api.coordination.Lease;
import io.podium.api.core.Node;
import io.podium.api.core.NodeBuilder;
import io.podium.api.core.WellKnown;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.OwnerReferenceBuilder;
import io.podium.api.meta.Quantity;
import io.podium.api.meta.Sorted;
import io.podium.api.meta.Times;
import io.podium.api.runtime.ContainerRuntime;
import io.podium.api.runtime.Machine;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers the node, renews its lease, and says how it is: when that has changed, and every five minutes. */
final class NodeReporter {
    private static final Logger LOG = LoggerFactory.getLogger(NodeReporter.class);
    private static final int LEASE_SECONDS = 40;
    private static final int ATTEMPTS = 5;

    private final AgentSettings settings;
    private final Client client;
    private final Dispatcher dispatcher;
    private final ObjectKey key;
    private final NodeStatuses statuses;
    private final Map<String, Quantity> capacity;
    private final String runtime;
    private final Machine machine;
    private final AtomicBoolean busy = new AtomicBoolean();
    private @Nullable Lease lease;

    NodeReporter(AgentSettings settings, Client client, ContainerRuntime runtime, Dispatcher dispatcher) {
        this.settings = settings;
        this.client = client;
        this.dispatcher = dispatcher;
        this.key = ObjectKey.of("", settings.node());
        this.runtime = runtime.name();
        this.machine = runtime.machine();
        this.capacity = settings.capacity().isEmpty()
                ? machine.capacity()
                : Sorted.withAll(machine.capacity(), settings.capacity());
        this.statuses = new NodeStatuses(settings, machine, capacity, runtime.version());
    }

    Map<String, Quantity> capacity() {
        return capacity;
    }

    /** Makes sure that the node is stored, and says that it is ready. */
    void register() {
        alone(this::registerAlone);
    }

    /** Skips what would meet a run that is not over: the next heartbeat comes soon. */
    private void alone(Runnable work) {
        if (busy.compareAndSet(false, true)) {
            try {
                work.run();
            } finally {
                busy.set(false);
            }
        }
    }

    private void registerAlone() {
        for (int attempt = 0; attempt < ATTEMPTS && !dispatcher.isClosed(); attempt++) {
            try {
                var node = client.find(Node.KIND, key);
                var stored = node.isPresent() ? relabelled(node.get()) : create();
                report(stored);
                renew(stored);
                return;
            } catch (AlreadyExistsException | ConflictException e) {
                LOG.debug("Registering a node met another writer, will try again node={}", settings.node());
            } catch (ApiException e) {
                LOG.warn(
                        "A node could not be registered, will try again node={} cause={}",
                        settings.node(),
                        e.getMessage());
                break;
            }
        }
    }

    private Map<String, String> labels() {
        return Sorted.withAll(
                Sorted.<String>builder()
                        .put(WellKnown.HOSTNAME, settings.node())
                        .put(WellKnown.OS, machine.operatingSystem())
                        .put(WellKnown.ARCH, machine.architecture())
                        .put(WellKnown.RUNTIME, runtime)
                        .build(),
                settings.labels());
    }

    private Node create() {
        var builder =
                new NodeBuilder().name(settings.node()).labels(labels()).status(statuses.next(null, dispatcher.now()));
        if (!settings.defaultRuntime()) {
            builder.spec(spec -> spec.taint(
                    taint -> taint.key(WellKnown.RUNTIME).value(runtime).effect("NoSchedule")));
        }
        return client.create(builder.build(), WriteOptions.PLAIN);
    }

    private Node relabelled(Node node) {
        var labels = Sorted.withAll(node.metadata().labels(), labels());
        return labels.equals(node.metadata().labels())
                ? node
                : client.update(node.withMetadata(node.metadata().withLabels(labels)), WriteOptions.PLAIN);
    }

    /** Renews the lease, and says how the node is if there is a reason to. */
    void beat() {
        alone(this::beatAlone);
    }

    private void beatAlone() {
        try {
            var node = client.find(Node.KIND, key);
            if (node.isEmpty()) {
                registerAlone();
                return;
            }
            report(node.get());
            renew(node.get());
        } catch (ConflictException e) {
            LOG.debug("A node's heartbeat met another writer node={}", settings.node());
        } catch (ApiException e) {
            LOG.warn("A node's heartbeat failed node={} cause={}", settings.node(), e.getMessage());
        }
    }

    private void report(Node node) {
        var status = statuses.next(node.status(), dispatcher.now());
        if (!status.equals(node.status())) {
            client.updateStatus(node.withStatus(status), WriteOptions.PLAIN);
        }
    }

    private void renew(Node node) {
        var now = Times.toMicros(dispatcher.now());
        var present = lease;
        if (present != null) {
            try {
                lease = client.update(present.withSpec(present.spec().withRenewTime(now)), WriteOptions.PLAIN);
                return;
            } catch (NotFoundException | ConflictException changed) {
                lease = null;
            }
        }
        var leaseKey = ObjectKey.of(WellKnown.NODE_LEASE_NAMESPACE, settings.node());
        var found = client.find(Lease.KIND, leaseKey);
        lease = found.isPresent()
                ? client.update(found.get().withSpec(found.get().spec().withRenewTime(now)), WriteOptions.PLAIN)
                : client.create(
                        Lease.named(settings.node())
                                .namespace(WellKnown.NODE_LEASE_NAMESPACE)
                                .ownerReference(new OwnerReferenceBuilder()
                                        .apiVersion("v1")
                                        .kind("Node")
                                        .name(node.name())
                                        .uid(node.uid())
                                        .build())
                                .spec(spec -> spec.holderIdentity(settings.node())
                                        .leaseDurationSeconds(LEASE_SECONDS)
                                        .renewTime(now))
                                .build(),
                        WriteOptions.PLAIN);
    }
}
