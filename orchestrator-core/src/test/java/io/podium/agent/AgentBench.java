package io.podium.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.ListOptions;
import io.podium.api.client.WatchOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.BindingBuilder;
import io.podium.api.core.Event;
import io.podium.api.core.Pod;
import io.podium.api.core.PodBuilder;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import io.podium.api.runtime.ContainerRuntime;
import io.podium.api.runtime.LogOptions;
import io.podium.apiserver.ApiServer;
import io.podium.apiserver.admission.AdmissionChain;
import io.podium.apiserver.rules.BuiltInRules;
import io.podium.dispatch.SystemDispatcher;
import io.podium.runtime.process.ProcessOptions;
import io.podium.runtime.process.ProcessRuntime;
import io.podium.store.memory.MemoryStore;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** An API server and one agent with real processes, for tests. */
@SuppressWarnings("NullAway.Init") // the node is started by the constructor
final class AgentBench implements AutoCloseable {
    static final String NODE = "node-a";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final Dispatcher dispatcher = SystemDispatcher.start("test");
    private final MemoryStore store = new MemoryStore(dispatcher);
    private final ApiServer server = new ApiServer(store, dispatcher, BuiltInRules.book(), new AdmissionChain());
    final Client client = server.client("test");
    private final Path directory;
    ContainerRuntime runtime;
    Agent agent;

    AgentBench(Path directory) {
        this.directory = directory;
        startNode();
    }

    /** Starts runtime and agent; after {@link #stopNode} they find what was left. */
    void startNode() {
        runtime = ProcessRuntime.start(
                dispatcher,
                ProcessOptions.defaults().shared(directory.resolve("shared")).directory(directory.resolve("runtime")));
        agent = Agent.start(
                AgentSettings.of("test", NODE, files()).beating(Duration.ofMillis(200)), client, runtime, dispatcher);
    }

    void stopNode() {
        agent.close();
        runtime.close();
    }

    Path files() {
        return directory.resolve("agent");
    }

    /** Creates a pod that is bound to the node, with the defaults that Kubernetes would set. */
    Pod run(PodBuilder pod) {
        return client.create(
                pod.namespace("default").spec(spec -> spec.nodeName(NODE)).build(), WriteOptions.PLAIN);
    }

    void bind(Pod pod) {
        client.bind(
                new BindingBuilder()
                        .metadata(meta -> meta.name(pod.name()).namespace(pod.namespace()))
                        .target(target -> target.kind("Node").name(NODE))
                        .build(),
                WriteOptions.PLAIN);
    }

    Pod await(Pod pod, Predicate<Pod> condition) throws InterruptedException {
        return await(Pod.KIND, pod.key(), found -> found.isPresent() && condition.test(found.get()))
                .orElseThrow();
    }

    void awaitGone(Pod pod) throws InterruptedException {
        await(Pod.KIND, pod.key(), Optional::isEmpty);
    }

    <T extends ApiObject<T>> Optional<T> await(Kind<T> kind, ObjectKey key, Predicate<Optional<T>> condition)
            throws InterruptedException {
        var seen = client.find(kind, key);
        long due = dispatcher.nanos() + PATIENCE.toNanos();
        try (var watch = client.watch(kind, key.namespace(), WatchOptions.ALL)) {
            for (seen = client.find(kind, key); !condition.test(seen); seen = client.find(kind, key)) {
                var left = Duration.ofNanos(due - dispatcher.nanos());
                assertThat(left)
                        .as("waited long enough; it is %s; Events: %s", seen, events())
                        .isPositive();
                watch.next(left);
            }
        }
        return seen;
    }

    /** Waits until the node has nothing of any pod. */
    void awaitNothingLeft() throws InterruptedException {
        awaitWorkers(0);
    }

    /** Waits until the node has so many pods, and nothing of any other. */
    void awaitWorkers(int count) throws InterruptedException {
        long due = dispatcher.nanos() + PATIENCE.toNanos();
        while (runtime.sandboxes().size() != count || agent.workers().size() != count) {
            assertThat(due - dispatcher.nanos())
                    .as("there: %s", runtime.sandboxes())
                    .isPositive();
            dispatcher.sleep(Duration.ofMillis(5));
        }
    }

    List<String> events() {
        return client.list(Event.KIND, "", ListOptions.ALL).items().stream()
                .map(event -> event.type() + " " + event.reason() + " " + event.message())
                .toList();
    }

    void awaitEvent(String text) throws InterruptedException {
        long due = dispatcher.nanos() + PATIENCE.toNanos();
        try (var watch = client.watch(Event.KIND, "", WatchOptions.ALL)) {
            while (events().stream().noneMatch(event -> event.contains(text))) {
                var left = Duration.ofNanos(due - dispatcher.nanos());
                assertThat(left).as("no Event says %s: %s", text, events()).isPositive();
                watch.next(left);
            }
        }
    }

    void delete(Pod pod) {
        client.delete(Pod.KIND, pod.key(), DeleteOptions.PLAIN);
    }

    static PodBuilder shell(String name, String script) {
        return shell(name, script, container -> {});
    }

    static PodBuilder shell(String name, String script, Consumer<io.podium.api.core.ContainerBuilder> more) {
        return Pod.named(name).container("app", container -> {
            container.image("host").command("sh", "-c", script);
            more.accept(container);
        });
    }

    String log(Pod pod, LogOptions options) throws Exception {
        var text = new ByteArrayOutputStream();
        agent.logs(pod.key(), "", options, text);
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws InterruptedException {
        agent.drain(Duration.ofSeconds(1));
        stopNode();
        server.close();
        store.close();
        dispatcher.close();
    }
}
