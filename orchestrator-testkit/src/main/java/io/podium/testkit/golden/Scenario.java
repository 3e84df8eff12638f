package io.podium.testkit.golden;

import io.podium.api.client.DeleteOptions;
import io.podium.api.client.ListOptions;
import io.podium.api.coordination.Lease;
import io.podium.api.core.Event;
import io.podium.api.core.Namespace;
import io.podium.api.core.Node;
import io.podium.api.core.ServiceAccount;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonArray;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.Kinds;
import io.podium.codec.Trees;
import io.podium.testkit.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** One scenario, played in virtual time: what was asked, and then what became of it. */
final class Scenario {
    /** Stands for the recorded namespace. */
    private static final String NAMESPACE = "golden-scenario";

    private static final Duration QUIET = Duration.ofMillis(1500);
    private static final Duration LOOK = Duration.ofMillis(10);
    private static final int MOST_ROUNDS = 20;

    private final TestCluster cluster;
    private final PlayedNodes nodes;
    private final Router router;
    private final Kinds kinds = Kinds.builtIn();
    private final SeenNames names;
    private final RolloutPromise promise;
    private final List<String> differences = new ArrayList<>();
    private JsonObject objects = JsonObject.EMPTY;

    private Scenario(TestCluster cluster) {
        this.cluster = cluster;
        this.router = new Router(cluster.client(), kinds);
        removeNodes(cluster);
        cluster.create(Namespace.named(NAMESPACE).build());
        cluster.create(ServiceAccount.named("default")
                .namespace(NAMESPACE)
                .automountServiceAccountToken(false)
                .build());
        this.nodes = PlayedNodes.start(cluster.client(), cluster.time());
        this.names = SeenNames.of(cluster.client(), NAMESPACE);
        this.promise = new RolloutPromise(cluster.client(), NAMESPACE);
        cluster.time().every("promise", LOOK, LOOK, promise::look);
    }

    /** A cluster has at least one node of its own; here all are played. */
    private static void removeNodes(TestCluster cluster) {
        cluster.settle();
        for (var name : cluster.nodes()) {
            cluster.cluster().removeNode(name);
        }
        cluster.settle();
        for (var node : cluster.all(Node.KIND)) {
            cluster.client().delete(Node.KIND, node.key(), DeleteOptions.PLAIN);
        }
        for (var lease : cluster.all(Lease.KIND)) {
            cluster.client().delete(Lease.KIND, lease.key(), DeleteOptions.PLAIN);
        }
    }

    /** Plays a recorded scenario, and says what came out otherwise. */
    static List<String> play(JsonObject recorded) {
        try (var cluster = TestCluster.seeded(1).nodes(1).start()) {
            var scenario = new Scenario(cluster);
            scenario.settle();
            items(recorded, "log").forEach(step -> scenario.step((JsonObject) step));
            scenario.settle();
            scenario.differences.addAll(scenario.promise.broken());
            scenario.differences.addAll(cluster.violations());
            scenario.compareObjects();
            scenario.compareEvents(items(recorded, "events"));
            return scenario.differences;
        }
    }

    private void step(JsonObject step) {
        if (step.get("objects") instanceof JsonObject state) {
            objects = state;
        } else if (step.has("method")) {
            request(step);
        } else if (step.at("note", "node").flatMap(Json::asText).isPresent()) {
            var node = step.at("note", "node").flatMap(Json::asText).orElseThrow();
            if (step.at("note", "stops").isPresent()) {
                nodes.stop(node);
            } else {
                nodes.resume(node);
            }
        } else if (step.has("wait")) {
            cluster.runFor(Duration.ofMillis((long) (1000 * Double.parseDouble(String.valueOf(step.get("wait"))))));
            settle();
        }
    }

    private void request(JsonObject step) {
        var uids = new TreeMap<String, String>();
        everything()
                .forEach((kind, list) -> list.forEach(object -> uids.put(kind + "/" + object.name(), object.uid())));
        var body = step.at("sent").orElse(Json.NULL).toString();
        for (var uid : uids.entrySet()) {
            body = body.replace("<uid of " + uid.getKey() + ">", uid.getValue());
        }
        var answer = router.answer(Call.of(
                Comparison.text(step, "method"),
                Comparison.text(step, "path").replace("/NS/", "/" + NAMESPACE + "/"),
                Comparison.text(step, "contentType"),
                new Call.Body.Tree(Recordings.tree(body))));
        int code = step.at("code").flatMap(Json::asLong).orElse(0L).intValue();
        if (answer.code() != code) {
            differences.add(Comparison.text(step, "path") + ": code " + code + ", got " + answer.code() + " "
                    + Comparison.text(answer.body(), "message"));
        }
    }

    /** Runs until nothing has been written for a while, leases apart. */
    private void settle() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var before = versions();
            cluster.runFor(QUIET);
            if (versions().equals(before)) {
                return;
            }
        }
        differences.add("it does not come to rest");
    }

    private List<String> versions() {
        var versions = new ArrayList<String>();
        everything()
                .values()
                .forEach(list -> list.forEach(object ->
                        versions.add(object.uid() + " " + object.metadata().resourceVersion())));
        return versions;
    }

    private Map<String, List<ApiObject<?>>> everything() {
        var all = new TreeMap<String, List<ApiObject<?>>>();
        for (var kind : kinds.all()) {
            if (kind.namespaced() && !kind.equals(Event.KIND)) {
                var list = list(kind);
                if (!list.isEmpty()) {
                    all.put(kind.name(), list);
                }
            }
        }
        return all;
    }

    private <T extends ApiObject<T>> List<ApiObject<?>> list(Kind<T> kind) {
        return List.copyOf(
                cluster.client().list(kind, NAMESPACE, ListOptions.ALL).items());
    }

    private void compareObjects() {
        var got = new TreeMap<String, Json>();
        everything()
                .forEach((kind, list) -> got.put(
                        kind,
                        JsonArray.of(list.stream()
                                .<Json>map(object -> Trees.toTree(object)
                                        .without("apiVersion")
                                        .without("kind")
                                        .without(List.of("metadata", "managedFields")))
                                .toList())));
        var expected = Recordings.parse(SeenNames.generalized(objects.toString()));
        var ours =
                Recordings.parse(names.replaced(JsonObject.of(got).toString()).replace(NAMESPACE, "NS"));
        for (var kind : expected.fields().keySet()) {
            pair(kind, comparable(kind, items(expected, kind)), comparable(kind, items(ours, kind)));
        }
        for (var kind : ours.fields().keySet()) {
            if (!expected.has(kind)) {
                differences.add("no " + kind + " should be left, got "
                        + items(ours, kind).size());
            }
        }
    }

    /** How often a set was resized on its way, which its generation counts, may differ. */
    private static List<Json> comparable(String kind, List<Json> objects) {
        var comparable = new ArrayList<Json>();
        for (var object : objects) {
            var tree = (JsonObject) object;
            comparable.add(
                    kind.equals("ReplicaSet")
                            ? tree.without(List.of("metadata", "generation"))
                                    .without(List.of("status", "observedGeneration"))
                            : tree);
        }
        return comparable;
    }

    /** Pairs recorded objects with ours, equal ones first: names that were drawn do not tell which is which. */
    private void pair(String kind, List<Json> expected, List<Json> ours) {
        var unmatched = new ArrayList<Json>();
        for (var object : expected) {
            var match = ours.stream()
                    .filter(mine -> Comparison.trees(object, mine).isEmpty())
                    .findFirst();
            match.ifPresentOrElse(ours::remove, () -> unmatched.add(object));
        }
        for (int i = 0; i < Math.max(unmatched.size(), ours.size()); i++) {
            var label = kind + " " + i;
            if (i >= unmatched.size() || i >= ours.size()) {
                differences.add(label + (i < ours.size() ? " is too many" : " is missing"));
                continue;
            }
            Comparison.trees(unmatched.get(i), ours.get(i)).forEach(difference -> differences.add(label + difference));
        }
    }

    private void compareEvents(List<Json> recorded) {
        var expected = new TreeSet<String>();
        recorded.forEach(event -> expected.add(described((JsonObject) event)));
        var got = new TreeSet<String>();
        for (var event :
                cluster.client().list(Event.KIND, NAMESPACE, ListOptions.ALL).items()) {
            got.add(names.replaced(steps(event.involvedObject().kind() + " " + event.type() + " " + event.reason() + " "
                            + event.message()))
                    .replace(NAMESPACE, "NS"));
        }
        expected.stream().filter(event -> !got.contains(event)).forEach(event -> differences.add("no Event " + event));
        got.stream().filter(event -> !expected.contains(event)).forEach(event -> differences.add("Event " + event));
    }

    private static String described(JsonObject event) {
        return SeenNames.generalized(steps(Comparison.text(event, "kind") + " " + Comparison.text(event, "type") + " "
                + Comparison.text(event, "reason") + " " + Comparison.text(event, "message")));
    }

    /** The sizes of single steps of scaling may differ. */
    private static String steps(String event) {
        return event.contains(" ScalingReplicaSet ") ? event.replaceAll("from \\d+ to \\d+", "from <n> to <n>") : event;
    }

    private static List<Json> items(JsonObject object, String name) {
        return object.at(name).orElse(JsonArray.EMPTY) instanceof JsonArray array ? array.items() : List.of();
    }
}
