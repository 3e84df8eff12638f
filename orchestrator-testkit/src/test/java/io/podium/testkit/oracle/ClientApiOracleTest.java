package io.podium.testkit.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.openapi.models.CoreV1Event;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1EndpointSlice;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Lease;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1Node;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PriorityClass;
import io.kubernetes.client.openapi.models.V1ReplicaSet;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.batch.Job;
import io.podium.api.coordination.Lease;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Event;
import io.podium.api.core.Namespace;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.Secret;
import io.podium.api.core.Service;
import io.podium.api.core.ServiceAccount;
import io.podium.api.discovery.EndpointSlice;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.Kind;
import io.podium.api.scheduling.PriorityClass;
import io.podium.codec.FieldProblem;
import io.podium.codec.JsonReader;
import io.podium.codec.JsonWriter;
import io.podium.codec.Strictness;
import io.podium.codec.YamlReader;
import io.podium.codec.YamlWriter;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every writable property of {@code io.kubernetes:client-java-api} for our kinds survives the way through our JSON and YAML, and what we
 * write the client reads as what it was.
 */
class ClientApiOracleTest {
    /** Fields that the client knows and Kubernetes 1.34 does not; they survive as unknown fields. */
    private static final String NEWER =
            ".*(declaredFeatures|userAnnotations|workloadRef|volumeStatus)|status\\.(allocatedResources|resources)";

    static Stream<Arguments> kinds() {
        return Stream.of(
                arguments(Namespace.KIND, V1Namespace.class),
                arguments(Node.KIND, V1Node.class),
                arguments(Pod.KIND, V1Pod.class),
                arguments(Service.KIND, V1Service.class),
                arguments(ConfigMap.KIND, V1ConfigMap.class),
                arguments(Secret.KIND, V1Secret.class),
                arguments(ServiceAccount.KIND, V1ServiceAccount.class),
                arguments(Event.KIND, CoreV1Event.class),
                arguments(Lease.KIND, V1Lease.class),
                arguments(Deployment.KIND, V1Deployment.class),
                arguments(ReplicaSet.KIND, V1ReplicaSet.class),
                arguments(Job.KIND, V1Job.class),
                arguments(EndpointSlice.KIND, V1EndpointSlice.class),
                arguments(PriorityClass.KIND, V1PriorityClass.class));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T extends ApiObject<T>, M> void everyPropertySurvives(Kind<T> kind, Class<M> type) throws Exception {
        var models = new ClientModels(new SplittableRandom(5));
        for (int run = 0; run < 3; run++) {
            var model = models.random(type, kind.apiVersion(), kind.name());
            var text = JSON.getGson().toJson(model).getBytes(UTF_8);
            var strictness = Strictness.warning();

            var object = JsonReader.plain().read(kind, text, strictness);
            var json = JsonWriter.write(object);
            var yaml = YamlWriter.write(object).getBytes(UTF_8);

            assertThat(strictness.problems()).extracting(FieldProblem::path).allMatch(path -> path.matches(NEWER));
            assertThat(Differences.between(tree(text), tree(json))).isEmpty();
            assertThat(YamlReader.plain().read(kind, yaml, Strictness.ignoring()))
                    .isEqualTo(object);
            var theirs = JSON.<M>deserialize(new String(json, UTF_8), type);
            assertThat(Differences.between(
                            tree(text), tree(JSON.getGson().toJson(theirs).getBytes(UTF_8))))
                    .isEmpty();
        }
    }

    /** The client does not tell times with microseconds from those without. */
    private static Json tree(byte[] text) {
        var normalised = new String(text, UTF_8).replace(".000000Z\"", "Z\"");
        return JsonReader.plain().readTree(normalised.getBytes(UTF_8), Strictness.strict());
    }
}
