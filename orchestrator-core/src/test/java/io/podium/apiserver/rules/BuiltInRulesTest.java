package io.podium.apiserver.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.apps.Deployment;
import io.podium.api.batch.Job;
import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.InvalidException;
import io.podium.api.client.Patch;
import io.podium.api.client.WriteOptions;
import io.podium.api.coordination.Lease;
import io.podium.api.coordination.LeaseBuilder;
import io.podium.api.coordination.LeaseSpecBuilder;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.EventBuilder;
import io.podium.api.core.Namespace;
import io.podium.api.core.Node;
import io.podium.api.core.NodeBuilder;
import io.podium.api.core.ObjectReferenceBuilder;
import io.podium.api.core.Secret;
import io.podium.api.core.SecretBuilder;
import io.podium.api.core.Service;
import io.podium.api.core.ServiceBuilder;
import io.podium.api.discovery.EndpointBuilder;
import io.podium.api.discovery.EndpointPortBuilder;
import io.podium.api.discovery.EndpointSlice;
import io.podium.api.discovery.EndpointSliceBuilder;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Bytes;
import io.podium.api.meta.DynamicObject;
import io.podium.api.meta.IntOrString;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.meta.ObjectMetaBuilder;
import io.podium.api.meta.Quantity;
import io.podium.api.meta.StatusCause;
import io.podium.api.scheduling.PriorityClass;
import io.podium.api.scheduling.PriorityClassBuilder;
import io.podium.api.schema.JsonSchema;
import io.podium.apiserver.TestServer;
import io.podium.codec.JsonReader;
import io.podium.codec.Strictness;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BuiltInRulesTest {
    private final TestServer server = new TestServer(BuiltInRules.book());
    private final Client client = server.client("test");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void fillsInWhatADeploymentDoesNotSay() {
        var web = create(deployment());

        assertThat(web.spec().replicas()).isEqualTo(1);
        assertThat(web.spec().strategy().rollingUpdate()).isNotNull();
        assertThat(web.spec().template().spec().restartPolicy()).isEqualTo("Always");
        var rules = new DeploymentRules();
        assertThat(rules.defaults(web)).isSameAs(web);
    }

    @Test
    void keepsTheSelectorOfADeployment() {
        var web = create(deployment());
        var selector = web.spec().selector();
        var other = web.withSpec(web.spec().withSelector(selector.withMatchLabels(Map.of("app", "other"))));

        assertThat(causesOf(() -> client.update(other, WriteOptions.PLAIN)))
                .contains("FieldValueInvalid spec.selector", "FieldValueInvalid spec.template.metadata.labels");
    }

    @Test
    void countsGenerationsOfWhatIsDesiredOnly() {
        var web = create(deployment());

        var labelled = client.update(web.with(deployment -> deployment.label("a", "b")), WriteOptions.PLAIN);
        var scaled = client.update(labelled.withSpec(labelled.spec().withReplicas(3)), WriteOptions.PLAIN);
        var seen = client.updateStatus(scaled.withStatus(scaled.status().withReplicas(1)), WriteOptions.PLAIN);

        assertThat(labelled.metadata().generation()).isEqualTo(1);
        assertThat(scaled.metadata().generation()).isEqualTo(2);
        assertThat(seen.metadata().generation()).isEqualTo(2);
    }

    @Test
    void labelsThePodsOfAJobByItsUid() {
        var job = create(Job.named("once")
                .container("app", app -> app.image("busybox"))
                .build()
                .with(once -> once.template(template -> template.restartPolicy("Never"))));

        assertThat(job.spec().selector().matchLabels()).containsEntry("batch.kubernetes.io/controller-uid", job.uid());
        assertThat(job.spec().template().metadata().labels()).containsEntry("job-name", "once");
    }

    @Test
    void keepsSecretTextAsBytes() {
        var secret = create(
                new SecretBuilder().name("creds").stringData("token", "s3cr3t").build());

        assertThat(secret.stringData()).isEmpty();
        assertThat(secret.data()).containsEntry("token", Bytes.ofUtf8("s3cr3t"));
        assertThat(secret.type()).isEqualTo("Opaque");
    }

    @Test
    void demandsTheKeysOfASecretsType() {
        Secret tls = new SecretBuilder().name("tls").type("kubernetes.io/tls").build();

        assertThat(causesOf(() -> create(tls)))
                .containsExactly("FieldValueRequired data[tls.crt]", "FieldValueRequired data[tls.key]");
    }

    @Test
    void freezesWhatIsImmutable() {
        var frozen =
                create(ConfigMap.named("frozen").data("a", "1").immutable(true).build());

        assertThat(causesOf(() -> client.update(frozen.with(map -> map.data("a", "2")), WriteOptions.PLAIN)))
                .containsExactly("FieldValueForbidden data");
    }

    @Test
    void keepsEventsForAnHourInTheNamespaceOfTheirObject() {
        var event = new EventBuilder()
                .name("started")
                .involvedObject(new ObjectReferenceBuilder()
                        .namespace("other")
                        .name("a")
                        .build())
                .build();

        assertThat(new EventRules(1_000).timeToLive(event)).isEqualTo(Duration.ofHours(1));
        assertThat(causesOf(() -> create(event))).containsExactly("FieldValueInvalid involvedObject.namespace");
    }

    @Test
    void holdsANamespaceUntilItsFinalizersAreGone() {
        var team = create(Namespace.named("team").build());
        assertThat(team.metadata().labels()).containsEntry("kubernetes.io/metadata.name", "team");

        var ending = client.delete(Namespace.KIND, team.key(), DeleteOptions.PLAIN);
        assertThat(ending.status().phase()).isEqualTo("Terminating");
        client.update(ending.withSpec(ending.spec().withFinalizers(List.of())), WriteOptions.PLAIN);
        assertThat(client.find(Namespace.KIND, team.key())).isPresent();

        client.update(
                ending.withSpec(ending.spec().withFinalizers(List.of()))
                        .withMetadata(ending.metadata().withResourceVersion("")),
                WriteOptions.PLAIN.on("finalize"));
        assertThat(client.find(Namespace.KIND, team.key())).isEmpty();
    }

    @Test
    void acceptsLoopbackEndpointsButNoLinkLocalOnes() {
        assertThat(create(slice("here", "127.1.2.3")).endpoints()).hasSize(1);
        assertThat(causesOf(() -> create(slice("there", "169.254.0.1"))))
                .containsExactly("FieldValueInvalid endpoints[0].addresses[0]");
    }

    @Test
    void wantsToKnowWhichLeaseIsRenewed() {
        Lease lease = create(new LeaseBuilder()
                .name("me")
                .spec(new LeaseSpecBuilder().leaseDurationSeconds(15).build())
                .build());
        var blind = lease.withMetadata(lease.metadata().withResourceVersion(""));

        assertThat(causesOf(() -> client.update(blind, WriteOptions.PLAIN)))
                .containsExactly("FieldValueInvalid metadata.resourceVersion");
    }

    @Test
    void keepsTheValueOfAPriority() {
        PriorityClass high =
                create(new PriorityClassBuilder().name("high").value(1000).build());

        assertThat(high.preemptionPolicy()).isEqualTo("PreemptLowerPriority");
        assertThat(causesOf(() -> client.update(high.withValue(2000), WriteOptions.PLAIN)))
                .containsExactly("FieldValueForbidden value");
    }

    @Test
    void judgesRunTimeKindsByTheirSchema() {
        var gadgets = Kind.dynamic("example.com/v1", "Gadget")
                .schema(schema())
                .subresources("scale")
                .build();
        var fine = DynamicObject.of(
                gadgets, named("fine"), json("{\"spec\": {\"size\": 1, \"bogus\": 2, \"note\": null}}"));
        var wrong = DynamicObject.of(
                gadgets, named("wrong"), json("{\"spec\": {\"size\": 0, \"tags\": [\"a\", \"a\"], \"replicas\": -1}}"));

        assertThat(create(fine).fields()).isEqualTo(json("{\"spec\": {\"size\": 1, \"color\": \"red\"}}"));
        assertThat(causesOf(() -> create(wrong)))
                .containsExactlyInAnyOrder(
                        "FieldValueInvalid spec.size",
                        "FieldValueDuplicate spec.tags[1]",
                        "FieldValueInvalid .spec.replicas");
    }

    @Test
    void keepsTheNullThatApplyLeavesOfAnEmptiedRecord() {
        var gadgets = Kind.dynamic("example.com/v1", "Gadget").schema(schema()).build();
        var key = ObjectKey.of("", "g");
        client.patch(gadgets, key, gadget("{\"size\": 1, \"raw\": {\"any\": 1}}"), WriteOptions.by("alice"));

        assertThat(causesOf(() ->
                        client.patch(gadgets, key, gadget("{\"size\": 1, \"raw\": {}}"), WriteOptions.by("alice"))))
                .containsExactly("FieldValueTypeInvalid spec.raw");
    }

    private static Patch gadget(String spec) {
        return new Patch.Apply(json("{\"apiVersion\": \"example.com/v1\", \"kind\": \"Gadget\","
                + " \"metadata\": {\"name\": \"g\"}, \"spec\": " + spec + "}"));
    }

    private static JsonSchema schema() {
        return JsonSchema.of(json("""
                {"type": "object", "required": ["spec"], "properties": {"spec": {"type": "object", "required": ["size"], "properties": {
                  "size": {"type": "integer", "minimum": 1},
                  "color": {"type": "string", "default": "red"},
                  "replicas": {"type": "integer"},
                  "note": {"type": "string"},
                  "raw": {"type": "object", "x-kubernetes-preserve-unknown-fields": true},
                  "tags": {"type": "array", "x-kubernetes-list-type": "set", "items": {"type": "string"}}}}}}
                """));
    }

    @Test
    void wantsAProtocolThatIsKnownEvenIfItIsEmpty() {
        var slice = slice("web", "10.0.0.1")
                .withPorts(List.of(new EndpointPortBuilder().protocol("").build()));

        assertThat(causesOf(() -> create(slice))).containsExactly("FieldValueNotSupported ports[0].protocol");
    }

    @Test
    void namesPlacesAsKubernetesDoes() {
        Node node = new NodeBuilder()
                .name("node-1")
                .spec(spec -> spec.podCIDRs(List.of("10.0.0.0/24", "10.0.0.0/24")))
                .status(status -> status.capacity("pods", Quantity.of("1500m")).capacity("cpu", Quantity.of("-1")))
                .build();
        Service service = new ServiceBuilder()
                .name("web")
                .annotation("service.kubernetes.io/topology-mode", "Auto")
                .annotation("service.kubernetes.io/topology-aware-hints", "Disabled")
                .spec(spec -> spec.type("LoadBalancer").port(port -> port.port(10_250)))
                .build();

        assertThat(causesOf(() -> create(node)))
                .contains(
                        "FieldValueInvalid status.capacity.cpu",
                        "FieldValueInvalid status.capacity.pods",
                        "FieldValueInvalid spec.podCIDRs",
                        "FieldValueDuplicate spec.podCIDRs[1]");
        assertThat(causesOf(() -> create(service)))
                .containsExactly("FieldValueInvalid metadata.annotations[service.kubernetes.io/topology-mode]");
    }

    @Test
    void countsNoGenerationsBelowZero() {
        var lease =
                new LeaseBuilder().metadata(named("beat").withGeneration(-1)).build();

        assertThat(causesOf(() -> create(lease))).containsExactly("FieldValueInvalid metadata.generation");
    }

    @Test
    void dropsTheTopologyOfEndpoints() {
        var slice = slice("web", "10.0.0.1");
        var sent = slice.withEndpoints(List.of(
                slice.endpoints().getFirst().withDeprecatedTopology(Map.of("topology.kubernetes.io/zone", "a"))));

        assertThat(create(sent).endpoints()).isEqualTo(slice.endpoints());
    }

    @Test
    void takesATextThatIsNoShareForNone() {
        var web = deployment();
        var wrong = web.withSpec(web.spec()
                .with(spec -> spec.strategy(strategy -> strategy.rollingUpdate(
                        rolling -> rolling.maxUnavailable(IntOrString.of(0)).maxSurge(IntOrString.of("some"))))));

        assertThat(causesOf(() -> create(wrong)))
                .containsExactlyInAnyOrder(
                        "FieldValueInvalid spec.strategy.rollingUpdate.maxUnavailable",
                        "FieldValueInvalid spec.strategy.rollingUpdate.maxSurge");
    }

    private static JsonObject json(String text) {
        Json tree = JsonReader.plain().readTree(text.getBytes(StandardCharsets.UTF_8), Strictness.strict());
        return (JsonObject) tree;
    }

    private static ObjectMeta named(String name) {
        return new ObjectMetaBuilder().name(name).build();
    }

    private static Deployment deployment() {
        return Deployment.named("web")
                .container("app", app -> app.image("nginx"))
                .build();
    }

    private static EndpointSlice slice(String name, String address) {
        return new EndpointSliceBuilder()
                .name(name)
                .addressType("IPv4")
                .endpoints(List.of(
                        new EndpointBuilder().addresses(List.of(address)).build()))
                .build();
    }

    private <T extends ApiObject<T>> T create(T object) {
        return client.create(object, WriteOptions.PLAIN);
    }

    private static List<String> causesOf(Runnable write) {
        try {
            write.run();
        } catch (InvalidException e) {
            return e.status().details().causes().stream()
                    .map(BuiltInRulesTest::text)
                    .distinct()
                    .toList();
        }
        throw new AssertionError("was not refused");
    }

    private static String text(StatusCause cause) {
        return cause.reason() + " " + cause.field();
    }
}
