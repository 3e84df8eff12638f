package io.podium.testkit.errors;

import static io.podium.api.Conditions.available;
import static io.podium.api.Conditions.nodeReady;
import static io.podium.api.Conditions.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.AwaitException;
import io.podium.api.Cluster;
import io.podium.api.NodeSettings;
import io.podium.api.apps.Deployment;
import io.podium.api.client.ListOptions;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.Patch;
import io.podium.api.client.WatchOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.controller.Result;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.meta.DynamicObject;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.ObjectMetaBuilder;
import io.podium.api.runtime.RuntimeFactory;
import io.podium.runtime.Runtimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cluster that is described wrongly, asked for what is not there, or used after its end. */
class ClusterMisuseTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @AutoClose
    private final Cluster cluster =
            Cluster.builder().name("misused").nodes(1, Runtimes.simulated()).start();

    // Describing

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void nullIsNoName() {
        assertThatNullPointerException()
                .isThrownBy(() -> Deployment.named(null))
                .withMessage("ObjectMeta.name is null; leave out what is not to be said");
        assertThatNullPointerException()
                .isThrownBy(() -> Pod.named("web").container("app", c -> c.image(null)))
                .withMessage("Container.image is null; leave out what is not to be said");
        assertThatNullPointerException()
                .isThrownBy(() -> cluster.pod((String) null))
                .withMessage("the name of an ObjectKey is null");
        assertThatNullPointerException()
                .isThrownBy(() -> Cluster.builder().name(null))
                .withMessage("the name of the cluster is null");
    }

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void nullIsNoPartOfACluster() {
        var builder = Cluster.builder().nodes(1, Runtimes.simulated());

        assertThatNullPointerException().isThrownBy(() -> builder.kind(null)).withMessage("the kind is null");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.controller(null))
                .withMessage("the controller is null");
        assertThatNullPointerException()
                .isThrownBy(() -> cluster.client().find(null, ObjectKey.of("default", "a")))
                .withMessage("the kind is null");
        assertThatNullPointerException()
                .isThrownBy(() -> cluster.mutate(Pod.KIND, null))
                .withMessage("the mutator of v1, Kind=Pod is null");
        assertThatNullPointerException()
                .isThrownBy(() -> cluster.addNode(NodeSettings.of("late", site -> null)))
                .withMessage("what starts the runtime of node late returned null");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.store(dispatcher -> null).start())
                .withMessage("what makes the store of the cluster returned null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "..", "two words", "-a"})
    void aClusterNameThatIsNoFileName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cluster.builder().name(name))
                .withMessage("cluster name \"" + name
                        + "\": must be at most 63 letters, digits, '-', '_' and '.', beginning with a letter or digit");
    }

    @Test
    void nodesThatCannotBe() {
        var builder = Cluster.builder().nodes(2, Runtimes.simulated());
        var twin = NodeSettings.of("node-1", Runtimes.simulated());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.nodes(-1, Runtimes.simulated()))
                .withMessage("the number of nodes must be at least 0, was -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.node(twin))
                .withMessage("there are two nodes named node-1; give each a name of its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NodeSettings.of("Node_1", Runtimes.simulated()))
                .withMessageStartingWith("node name \"Node_1\": a lowercase RFC 1123 subdomain must consist of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cluster.addNode(twin))
                .withMessage("there is a node named node-1 already; give each a name of its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cluster.removeNode("node-7"))
                .withMessage("there is no node named node-7, only [node-1]");
    }

    @Test
    void labelsOfANodeThatCannotBe() {
        var node = NodeSettings.of("late", Runtimes.simulated());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> node.label("no label", "x"))
                .withMessageStartingWith("node late: label \"no label\": name part must consist of");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> node.label("disk", "!!"))
                .withMessageStartingWith("node late: label \"disk=!!\": a valid label must be an empty string or");
    }

    @Test
    void gracesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cluster.builder().closeGrace(Duration.ofSeconds(-1)))
                .withMessage("closeGrace must not be negative, was PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cluster.builder().nodeGrace(Duration.ZERO))
                .withMessage("nodeGrace must be more than zero, was PT0S");
    }

    @Test
    void aKindThatTakesTheNameOfABuiltIn() {
        var impostor = Kind.dynamic("v1", "Pod").build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cluster.builder()
                        .nodes(0, Runtimes.simulated())
                        .kind(impostor)
                        .start())
                .withMessage("the kind v1, Kind=Pod is registered already, as another type; give yours another name");
    }

    @ParameterizedTest
    @CsvSource({
        "example.com/v1/beta, Widget, version, v1/beta",
        "example.com/v1, '', kind, ''",
        "Example/v1, Widget, group, Example",
        "example.com/v1, My Widget, kind, My Widget"
    })
    void aKindWithoutAName(String apiVersion, String name, String part, String value) {
        var builder = Cluster.builder()
                .nodes(0, Runtimes.simulated())
                .kind(Kind.dynamic(apiVersion, name).build());

        assertThatIllegalArgumentException()
                .isThrownBy(builder::start)
                .withMessageStartingWith(
                        "the kind " + apiVersion + ", Kind=" + name + ": " + part + " \"" + value + "\": a lowercase");
    }

    @Test
    void aPartThatObjectsOfTheKindDoNotHave() {
        var map = cluster.apply(ConfigMap.named("a").data("color", "red").build());

        assertThatThrownBy(() -> cluster.client().updateStatus(map, WriteOptions.PLAIN))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("the server could not find the requested resource (configmaps/status);"
                        + " a ConfigMap has no subresources");
        assertThatThrownBy(() -> cluster.client()
                        .patch(
                                Deployment.KIND,
                                ObjectKey.of("default", "a"),
                                new Patch.Merge(JsonObject.EMPTY),
                                WriteOptions.PLAIN.on("stauts")))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("the server could not find the requested resource (deployments.apps/stauts);"
                        + " a Deployment has the subresources status, scale");
        assertThat(cluster.object(ConfigMap.KIND, map.key()).get().data()).containsEntry("color", "red");
    }

    /** It would be neither collected with its owners nor deleted with its namespace. */
    @Test
    void aKindThatIsNotServed() {
        var widgets = Kind.dynamic("example.com/v1", "Widget").build();
        var widget = DynamicObject.of(
                widgets, new ObjectMetaBuilder().name("a").namespace("default").build());

        assertThatThrownBy(() -> cluster.apply(widget))
                .isInstanceOf(NotFoundException.class)
                .hasMessage(
                        "the server could not find the requested resource (widgets.example.com); serve the kind with"
                                + " Cluster.builder().kind(...)");
        assertThatThrownBy(() -> cluster.object(widgets, widget.key()).find()).isInstanceOf(NotFoundException.class);
    }

    @Test
    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    void controllersThatCannotRun() {
        var twin = ControllerSpec.named("twin");
        var unfinished = ControllerSpec.named("unfinished").reconciles(context -> {
            throw new IllegalStateException("no licence");
        });
        var blind = ControllerSpec.named("blind").reconciles(context -> {
            context.lister(ConfigMap.KIND);
            return key -> Result.done();
        });
        cluster.run(twin);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> cluster.run(twin))
                .withMessage("a controller named twin runs already; give each a name of its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cluster.run(ControllerSpec.named("deployment-controller")))
                .withMessage("a controller named deployment-controller runs already; give each a name of its own");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> twin.workers(0))
                .withMessage("twin: workers must be at least 1, was 0");
        assertThatIllegalStateException()
                .isThrownBy(() -> cluster.run(unfinished))
                .withMessage("no licence");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> cluster.run(blind))
                .withMessage("blind has no lister for v1, Kind=ConfigMap; name the kind with watches() or reads()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ControllerSpec.named(""))
                .withMessage("the name of a controller is \"\"; give it one");
        assertThatNullPointerException()
                .isThrownBy(() -> cluster.run(ControllerSpec.named("empty").reconciles(context -> null)))
                .withMessage("what makes the reconciler of empty returned null");
    }

    /** What cannot be started leaves nothing behind, and the cluster goes on. */
    @Test
    void aRuntimeThatDoesNotStart() {
        RuntimeFactory broken = site -> {
            throw new IllegalStateException("no daemon listens for node " + site.node());
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> Cluster.builder().nodes(1, broken).start())
                .withMessage("no daemon listens for node node-1");
        assertThatIllegalStateException()
                .isThrownBy(() -> cluster.addNode(NodeSettings.of("late", broken)))
                .withMessage("no daemon listens for node late");
        var late = cluster.addNode(NodeSettings.of("late", Runtimes.simulated()));
        assertThat(late.await(nodeReady(), SECOND)).isPresent();
    }

    @Test
    void noNodes() {
        try (var empty = Cluster.builder().nodes(0, Runtimes.simulated()).start()) {
            empty.apply(Pod.named("web").container("app", c -> c.image("nginx")).build());

            assertThatThrownBy(() -> empty.pod("web").await(ready(), Duration.ZERO))
                    .isInstanceOf(AwaitException.class);
            assertThat(empty.client().list(Node.KIND, "", ListOptions.ALL).items())
                    .isEmpty();
        }
    }

    // Asking

    @Test
    void awaiting() {
        var none = cluster.deployment("none");

        assertThatThrownBy(() -> none.await(available(), Duration.ZERO))
                .isInstanceOf(AwaitException.class)
                .hasMessage("waited 0 ms in vain for Deployment default/none to be available\n"
                        + "  there is no Deployment default/none");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.await(available(), Duration.ofSeconds(-1)))
                .withMessage("atMost must not be negative, was PT-1S");
    }

    @Test
    void whatIsNotThere() {
        assertThatThrownBy(() -> cluster.deployment("none").scale(2))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("deployments.apps \"none\" not found");
        assertThatThrownBy(() -> cluster.pod("none").logs())
                .isInstanceOf(NotFoundException.class)
                .hasMessage("pods \"none\" not found");
        assertThatThrownBy(() -> cluster.pod("none").exec(SECOND, "true"))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("pods \"none\" not found");
    }

    // After the end

    @Test
    void closedTwice() {
        cluster.close();
        cluster.close();

        assertThat(cluster.dispatcher().liveTasks()).isEmpty();
    }

    @Test
    void usedAfterItsEnd() {
        var map = ConfigMap.named("a").build();
        var client = cluster.client();
        cluster.close();

        assertThatIllegalStateException()
                .isThrownBy(() -> cluster.apply(map))
                .withMessage("the cluster is closed; start another one");
        assertThatIllegalStateException()
                .isThrownBy(() -> client.find(ConfigMap.KIND, ObjectKey.of("default", "a")))
                .withMessage("the cluster is closed; start another one");
        assertThatIllegalStateException()
                .isThrownBy(() -> client.watch(ConfigMap.KIND, "", WatchOptions.ALL))
                .withMessage("the cluster is closed; start another one");
        assertThatIllegalStateException()
                .isThrownBy(() -> cluster.deployment("web").await(available(), SECOND))
                .withMessage("the cluster is closed; start another one");
        assertThatIllegalStateException()
                .isThrownBy(() -> cluster.pod("web").logs())
                .withMessage("the cluster is closed; start another one");
        assertThatIllegalStateException()
                .isThrownBy(() -> cluster.apply(Path.of("web.yaml")))
                .withMessage("the cluster misused is closed; start another one");
        assertThatIllegalStateException()
                .isThrownBy(() -> cluster.addNode(NodeSettings.of("late", Runtimes.simulated())))
                .withMessage("the cluster misused is closed; start another one");
        assertThatIllegalStateException()
                .isThrownBy(() -> cluster.run(ControllerSpec.named("late")))
                .withMessage("the cluster misused is closed; start another one");
    }

    /** Who waits when the cluster is closed need not wait for the time-out. */
    @Test
    void closedWhileSomebodyWaits() throws Exception {
        var client = cluster.client();
        var minutes = Duration.ofMinutes(5);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var watch = client.watch(ConfigMap.KIND, "", WatchOptions.ALL)) {
            var awaiting = threads.submit(() -> cluster.deployment("none").await(available(), minutes));
            var watching = threads.submit(() -> watch.next(minutes));

            cluster.close();

            assertThatThrownBy(() -> watching.get(60, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("the cluster is closed; start another one");
            assertThatThrownBy(() -> awaiting.get(60, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("the cluster is closed; start another one");
        }
    }
}
