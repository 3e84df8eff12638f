package io.podium.testkit.golden;

import io.podium.api.client.Client;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.Namespace;
import io.podium.api.core.ServiceAccount;
import io.podium.api.meta.Kind;
import io.podium.api.meta.Kinds;
import io.podium.api.store.Expectation;
import io.podium.apiserver.ApiServer;
import io.podium.apiserver.admission.AdmissionChain;
import io.podium.apiserver.admission.DefaultAdmission;
import io.podium.apiserver.rules.BuiltInRules;
import io.podium.store.memory.MemoryStore;
import io.podium.testkit.sim.SimulatedDispatcher;
import java.util.List;
import java.util.Optional;

/** An API server without controllers, as the recorded one was: it holds a namespace and its service account. */
final class GoldenServer implements AutoCloseable {
    /** A real server has written as much before anybody asks. */
    private static final int WRITES_BEFORE = 100;

    private static final List<String> NAMESPACES = List.of("default", "kube-node-lease", "kube-public", "kube-system");

    private final SimulatedDispatcher time = SimulatedDispatcher.seeded(1);
    private final MemoryStore store = new MemoryStore(time);
    private final Kinds kinds = Kinds.builtIn();
    private final ApiServer server = new ApiServer(store, time, BuiltInRules.book(), admission());
    private final Client client = server.client("golden");

    private GoldenServer() {}

    private static AdmissionChain admission() {
        var chain = new AdmissionChain();
        DefaultAdmission.install(chain);
        return chain;
    }

    /** A server for cases of a namespace. */
    static GoldenServer holding(String namespace) {
        var server = withoutWidgets(namespace);
        server.kinds.register(Widget.KIND);
        return server;
    }

    /** A server that does not know the kind defined at run time. */
    static GoldenServer withoutWidgets(String namespace) {
        var server = new GoldenServer();
        for (int i = 0; i < WRITES_BEFORE; i++) {
            server.store.put("/before/" + i, Expectation.any(), revision -> revision);
        }
        for (var name : NAMESPACES) {
            server.client.create(Namespace.named(name).build(), WriteOptions.PLAIN);
        }
        if (NAMESPACES.contains(namespace)) {
            return server.withAccount(namespace);
        }
        server.client.create(Namespace.named(namespace).build(), WriteOptions.PLAIN);
        return server.withAccount(namespace);
    }

    private GoldenServer withAccount(String namespace) {
        client.create(
                ServiceAccount.named("default")
                        .namespace(namespace)
                        .automountServiceAccountToken(false)
                        .build(),
                WriteOptions.PLAIN);
        return this;
    }

    Client client() {
        return client;
    }

    Kinds kinds() {
        return kinds;
    }

    /** The kind of a name, if this server has it. */
    Optional<Kind<?>> kind(String name) {
        for (var kind : kinds.all()) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    Answer answer(Call call) {
        return new Router(client, kinds).answer(call);
    }

    SimulatedDispatcher time() {
        return time;
    }

    @Override
    public void close() {
        server.close();
        store.close();
        time.close();
    }
}
