package io.podium.testkit.golden.lifecycle;

import io.podium.api.Cluster;
import io.podium.api.NodeSettings;
import io.podium.api.client.ApiException;
import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.Patch;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Namespace;
import io.podium.api.core.Node;
import io.podium.api.core.NodeCondition;
import io.podium.api.core.Pod;
import io.podium.api.core.Secret;
import io.podium.api.core.ServiceAccount;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.Bytes;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonNumber;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.Quantity;
import io.podium.api.runtime.LogOptions;
import io.podium.codec.Strictness;
import io.podium.codec.Trees;
import io.podium.runtime.process.ProcessOptions;
import io.podium.runtime.process.ProcessRuntime;
import io.podium.testkit.golden.lifecycle.LifecycleCase.Fields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/** The cluster of the recording: its node, its namespace and the objects in it. */
final class LifecycleCluster implements AutoCloseable {
    static final String NAMESPACE = "life";
    private static final String NODE = "real-1";

    private final Cluster cluster;
    private final Client client;
    private final PodRecorder recorder;

    private LifecycleCluster(Cluster cluster) {
        this.cluster = cluster;
        client = cluster.client();
        prepare();
        recorder = new PodRecorder(client, NAMESPACE, cluster.dispatcher());
    }

    /** Starts it, with busybox's applets before all other programs. */
    static LifecycleCluster start(Path applets) {
        var path = applets + ":" + System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        var options = ProcessOptions.defaults().environment("PATH", path);
        var node = NodeSettings.of(NODE, site -> ProcessRuntime.start(site.dispatcher(), options))
                .capacity("cpu", Quantity.of("2"));
        return new LifecycleCluster(Cluster.builder()
                .name("lifecycle")
                .node(node)
                .closeGrace(Duration.ofSeconds(1))
                .start());
    }

    private void prepare() {
        client.create(Namespace.named(NAMESPACE).build(), WriteOptions.PLAIN);
        cluster.apply(ServiceAccount.named("default")
                .namespace(NAMESPACE)
                .automountServiceAccountToken(false)
                .build());
        cluster.apply(ConfigMap.named("settings")
                .namespace(NAMESPACE)
                .data("mode", "fast")
                .data("color", "red")
                .build());
        cluster.apply(ConfigMap.named("odd")
                .namespace(NAMESPACE)
                .data("ok", "1")
                .data("has-dash", "2")
                .data("1st", "3")
                .data("has.dot", "4")
                .build());
        cluster.apply(Secret.named("creds")
                .namespace(NAMESPACE)
                .data("token", Bytes.ofUtf8("s3cr3t"))
                .build());
    }

    Dispatcher dispatcher() {
        return cluster.dispatcher();
    }

    PodRecorder recorder() {
        return recorder;
    }

    /** Why a case cannot come out as recorded on this very machine. */
    Optional<String> obstacle(String name) {
        if (name.equals("oom")) {
            return client.get(Node.KIND, ObjectKey.of("", NODE)).status().conditions().stream()
                    .map(NodeCondition::message)
                    .filter(message -> message.startsWith("not enforced here") && message.contains("memory: "))
                    .findFirst();
        }
        return name.equals("non-root-refused")
                        && !System.getProperty("user.name", "").equals("root")
                ? Optional.of("this JVM does not run as root")
                : Optional.empty();
    }

    /** Creates the pod of a case, mapped to this machine. */
    void create(LifecycleCase recorded) {
        var metadata =
                recorded.metadata().with("name", Json.of(recorded.name())).with("namespace", Json.of(NAMESPACE));
        var tree = JsonObject.builder()
                .put("metadata", metadata)
                .put("spec", HostMapping.spec(recorded.spec()))
                .build();
        recorder.begin(recorded.name());
        client.create(Trees.fromTree(Pod.KIND, tree, Strictness.ignoring()), WriteOptions.PLAIN);
    }

    /** Does to a pod what was done to the recorded one. */
    void act(String pod, JsonObject action) {
        var key = ObjectKey.of(NAMESPACE, pod);
        var with = Fields.object(action, "with");
        switch (Fields.text(action, "do")) {
            case "delete" ->
                client.delete(
                        Pod.KIND,
                        key,
                        action.get("with") instanceof JsonNumber seconds
                                ? DeleteOptions.PLAIN.within(Duration.ofSeconds((long) seconds.doubleValue()))
                                : DeleteOptions.PLAIN);
            case "configmap" -> configMap(with);
            case "secret" -> secret(with);
            case "status", "resize" ->
                client.patch(
                        Pod.KIND, key, new Patch.Strategic(with), WriteOptions.PLAIN.on(Fields.text(action, "do")));
            case "ephemeral" ->
                client.patch(
                        Pod.KIND,
                        key,
                        new Patch.Strategic(JsonObject.of("spec", HostMapping.spec(Fields.object(with, "spec")))),
                        WriteOptions.PLAIN.on("ephemeralcontainers"));
            case "patch", "update", "label", "labels", "annotate", "metadata", "spec" ->
                client.patch(Pod.KIND, key, new Patch.Strategic(with), WriteOptions.PLAIN);
            default -> throw new IllegalArgumentException("no such action: " + action);
        }
    }

    private void secret(JsonObject with) {
        var secret = Secret.named(Fields.text(with, "name")).namespace(NAMESPACE);
        Fields.object(with, "stringData")
                .fields()
                .forEach((key, value) ->
                        secret.data(key, Bytes.ofUtf8(value.asText().orElse(""))));
        cluster.apply(secret.build());
    }

    private void configMap(JsonObject with) {
        var map = ConfigMap.named(Fields.text(with, "name")).namespace(NAMESPACE);
        Fields.object(with, "data")
                .fields()
                .forEach((key, value) -> map.data(key, value.asText().orElse("")));
        cluster.apply(map.build());
    }

    /** The logs of a pod, in the form of the recording. */
    JsonObject logs(LifecycleCase recorded) {
        var logs = JsonObject.builder();
        recorded.logs().fields().keySet().forEach(name -> logs.put(name, log(recorded.name(), name)));
        return logs.build();
    }

    private JsonObject log(String pod, String name) {
        boolean previous = name.endsWith("-previous");
        var container = previous ? name.substring(0, name.length() - "-previous".length()) : name;
        var text = new ByteArrayOutputStream();
        BiFunction<Integer, String, JsonObject> answer = (code, words) ->
                JsonObject.builder().put("code", code).put("text", words).build();
        try {
            var options = previous ? LogOptions.ALL.ofPrevious() : LogOptions.ALL;
            cluster.streams().of(NODE).logs(ObjectKey.of(NAMESPACE, pod), container, options, text);
            return answer.apply(200, text.toString(StandardCharsets.UTF_8));
        } catch (ApiException e) {
            return answer.apply(e.code(), e.status().message());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return answer.apply(0, "interrupted");
        }
    }

    /** Removes what is left of a case. */
    void remove(String pod) {
        var key = ObjectKey.of(NAMESPACE, pod);
        if (client.find(Pod.KIND, key).isPresent()) {
            try {
                client.delete(Pod.KIND, key, DeleteOptions.PLAIN.within(Duration.ZERO));
            } catch (ApiException gone) {
                return;
            }
        }
    }

    @Override
    public void close() {
        recorder.close();
        cluster.close();
    }
}
