package io.podium.benchmarks;

import io.podium.api.apps.Deployment;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.Namespace;
import io.podium.api.core.Pod;
import io.podium.api.core.ServiceAccount;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.Kinds;
import io.podium.apiserver.ApiServer;
import io.podium.apiserver.admission.AdmissionChain;
import io.podium.apiserver.rules.BuiltInRules;
import io.podium.codec.Interner;
import io.podium.codec.JsonWriter;
import io.podium.codec.Manifests;
import io.podium.codec.ProtoWriter;
import io.podium.codec.Strictness;
import io.podium.dispatch.SystemDispatcher;
import io.podium.store.memory.HistoryBounds;
import io.podium.store.memory.MemoryStore;
import java.nio.charset.StandardCharsets;

/**
 * The machinery of objects by itself: the first Deployment of a JVM, read from YAML, applied through the API server, written as JSON and
 * protobuf; and the heap that {@value #PODS} stored pods take.
 */
public final class ObjectsBenchmark {
    private static final int PODS = 100_000;
    private static final int RUNS = 5;
    private static final String MANIFEST = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: default, labels: {app: web}}
            spec:
              replicas: 3
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - name: app
                    image: registry.example/app:1
                    ports: [{containerPort: 8080}]
                    resources: {requests: {cpu: 100m, memory: 64Mi}}
            """;

    private ObjectsBenchmark() {}

    /** Takes one Deployment all the way, in a JVM of its own. */
    static final class Once {
        private Once() {}

        /**
         * Takes it.
         *
         * @param args none
         */
        public static void main(String[] args) {
            try (var dispatcher = SystemDispatcher.start("benchmark");
                    var server = server(new MemoryStore(dispatcher), dispatcher)) {
                var manifests = new Manifests(Kinds.builtIn(), Interner.bounded(4_096));
                var read = manifests.read(MANIFEST.getBytes(StandardCharsets.UTF_8), Strictness.Mode.STRICT);
                var web = (Deployment) read.objects().getFirst();
                var stored = server.client("benchmark").apply(web, WriteOptions.by("benchmark"));
                if (JsonWriter.write(stored).length > 0 && ProtoWriter.write(stored).length > 0) {
                    FreshJvm.done();
                }
            }
        }
    }

    /**
     * Prints the figures.
     *
     * @param args none
     */
    public static void main(String[] args) {
        FreshJvm.inDirectory(jvm -> {
            Figure.of("objects.first-deployment", jvm.median(RUNS, Once.class), "ms")
                    .print();
            Figure.of("objects.first-deployment.archived", jvm.medianArchived(RUNS, Once.class), "ms")
                    .print();
            Figure.of("objects.empty-jvm", jvm.median(RUNS, Nothing.class), "ms")
                    .print();
        });
        measureHeap();
    }

    /** What a JVM costs by itself. */
    static final class Nothing {
        private Nothing() {}

        /**
         * Does nothing.
         *
         * @param args none
         */
        public static void main(String[] args) {
            FreshJvm.done();
        }
    }

    private static void measureHeap() {
        try (var dispatcher = SystemDispatcher.start("benchmark");
                var store = new MemoryStore(dispatcher, HistoryBounds.standard().withEvents(1_024));
                var server = server(store, dispatcher)) {
            var client = server.client("benchmark");
            long before = Measured.retainedBytes();
            long start = System.nanoTime();
            for (int i = 0; i < PODS; i++) {
                client.create(pod(i), WriteOptions.PLAIN);
            }
            double seconds = Measured.seconds(start, System.nanoTime());
            Figure.of("objects.create", PODS / seconds, "pods/s", 730).print();
            Figure.of("objects.heap-a-pod", (Measured.retainedBytes() - before) / (double) PODS, "B")
                    .print();
        }
    }

    private static Pod pod(int i) {
        return Pod.named("web-" + i)
                .namespace("default")
                .label("app", "web-" + i % 100)
                .container(
                        "app", c -> c.image("registry.example/app:1").port(8080).env("NAME", "web-" + i % 100))
                .build();
    }

    private static ApiServer server(MemoryStore store, Dispatcher dispatcher) {
        var server = new ApiServer(store, dispatcher.child("apiserver"), BuiltInRules.book(), new AdmissionChain());
        var client = server.client("benchmark");
        client.create(Namespace.named("default").build(), WriteOptions.PLAIN);
        client.create(ServiceAccount.named("default").namespace("default").build(), WriteOptions.PLAIN);
        return server;
    }
}
