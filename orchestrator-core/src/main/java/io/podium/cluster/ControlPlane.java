package io.podium.cluster;

import io.podium.api.ClientDecorator;
import io.podium.api.ClusterSettings;
import io.podium.api.client.AlreadyExistsException;
import io.podium.api.client.Client;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.core.Namespace;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.Kinds;
import io.podium.api.store.Store;
import io.podium.apiserver.ApiServer;
import io.podium.apiserver.admission.AdmissionChain;
import io.podium.apiserver.admission.DefaultAdmission;
import io.podium.apiserver.rules.BuiltInRules;
import io.podium.controller.garbage.GarbageCollector;
import io.podium.controller.kit.RunningController;
import io.podium.controller.nodelifecycle.NodeMonitor;
import io.podium.controller.podgc.PodGarbage;
import io.podium.controller.serviceaccount.ServiceAccountController;
import io.podium.scheduler.Scheduler;
import io.podium.store.memory.MemoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Everything of a cluster but its nodes: store, API server, controllers and scheduler. */
final class ControlPlane implements AutoCloseable {
    private static final List<String> NAMESPACES = List.of("default", "kube-system", "kube-public", "kube-node-lease");

    private final Dispatcher dispatcher;
    private final Kinds kinds;
    private final Store store;
    private final ApiServer server;
    private final Client client;
    private final ClientDecorator clients;
    private final List<Part> parts = new CopyOnWriteArrayList<>();

    private ControlPlane(ClusterSettings settings, Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
        this.kinds = Kinds.builtIn();
        settings.kinds().forEach(kinds::register);
        var makeStore = settings.store();
        this.store = makeStore == null
                ? new MemoryStore(dispatcher)
                : Objects.requireNonNull(
                        makeStore.apply(dispatcher), "what makes the store of the cluster returned null");
        var rules = BuiltInRules.book(settings.events());
        this.server = new ApiServer(store, dispatcher.child("apiserver"), rules, new AdmissionChain(), this::isServed);
        DefaultAdmission.install(server.admission());
        this.client = server.client("podium");
        this.clients = settings.clients();
    }

    private boolean isServed(Kind<?> kind) {
        return kinds.find(kind.gvk()).filter(kind::equals).isPresent();
    }

    static ControlPlane start(ClusterSettings settings, Dispatcher dispatcher) {
        var plane = new ControlPlane(settings, dispatcher);
        try {
            plane.createNamespaces();
            BuiltInControllers.of(plane.kinds).forEach(plane::run);
            plane.run(GarbageCollector.NAME, own -> GarbageCollector.start(plane.kinds.all(), own, dispatcher));
            plane.run(NodeMonitor.NAME, own -> NodeMonitor.start(own, dispatcher, settings.nodeGrace()));
            plane.run(PodGarbage.NAME, own -> PodGarbage.start(own, dispatcher));
            plane.run(Scheduler.NAME, own -> Scheduler.start(own, dispatcher));
            settings.controllers().forEach(plane::run);
        } catch (RuntimeException | Error e) {
            plane.close();
            throw e;
        }
        return plane;
    }

    Client client() {
        return client;
    }

    AdmissionChain admission() {
        return server.admission();
    }

    Kinds kinds() {
        return kinds;
    }

    void run(ControllerSpec spec) {
        run(spec.name(), own -> RunningController.start(spec, own, dispatcher));
    }

    private void run(String name, Function<Client, AutoCloseable> start) {
        if (parts().contains(name)) {
            throw new IllegalArgumentException(
                    "a controller named " + name + " runs already; give each a name of its own");
        }
        parts.add(new Part(name, () -> start.apply(clients.decorate(name, client))));
    }

    /** The names of what can be started again. */
    List<String> parts() {
        return parts.stream().map(Part::name).toList();
    }

    void restart(String name) {
        parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no controller is named " + name + "; there are " + parts()))
                .restart();
    }

    private void createNamespaces() {
        for (var name : NAMESPACES) {
            createUnlessPresent(Namespace.named(name).build());
            createUnlessPresent(ServiceAccountController.defaultOf(name));
        }
    }

    private <T extends ApiObject<T>> void createUnlessPresent(T object) {
        try {
            client.create(object, WriteOptions.PLAIN);
        } catch (AlreadyExistsException e) {
            return; // a store that outlives its cluster has it
        }
    }

    @Override
    public void close() {
        var last = new ArrayList<>(parts).reversed();
        last.forEach(Closing::quietly);
        Closing.quietly(server);
        Closing.quietly(store);
    }
}
