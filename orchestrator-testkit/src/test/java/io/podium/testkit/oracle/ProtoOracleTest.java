package io.podium.testkit.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.kubernetes.client.proto.Meta;
import io.kubernetes.client.proto.V1;
import io.kubernetes.client.proto.V1Apps;
import io.kubernetes.client.proto.V1Autoscaling;
import io.kubernetes.client.proto.V1Batch;
import io.kubernetes.client.proto.V1Policy;
import io.kubernetes.client.proto.V1Scheduling;
import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.autoscaling.Scale;
import io.podium.api.batch.Job;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Event;
import io.podium.api.core.Namespace;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.Secret;
import io.podium.api.core.Service;
import io.podium.api.core.ServiceAccount;
import io.podium.api.meta.Status;
import io.podium.api.policy.Eviction;
import io.podium.api.scheduling.PriorityClass;
import io.podium.api.schema.Schema;
import io.podium.codec.ProtoReader;
import io.podium.codec.ProtoWriter;
import io.podium.codec.Trees;
import io.podium.testkit.RandomObjects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our protobuf numbers against {@code io.kubernetes:client-java-proto}: what that encodes we decode field by field, and the other way
 * round. It has no Lease and no EndpointSlice; for these see {@link ProtoNumbersTest}.
 */
class ProtoOracleTest {
    /** Fields that the client knows and Kubernetes 1.34 does not: its OpenAPI has none of them. */
    private static final Set<String> NEWER = Set.of(
            "NodeStatus.declaredFeatures",
            "PodCertificateProjection.userAnnotations",
            "PodSpec.workloadRef",
            "PodStatus.allocatedResources",
            "PodStatus.resources",
            "VolumeMountStatus.volumeStatus");

    static Stream<Arguments> types() {
        return Stream.of(
                arguments(Schema.of(Namespace.class), V1.Namespace.getDefaultInstance()),
                arguments(Schema.of(Node.class), V1.Node.getDefaultInstance()),
                arguments(Schema.of(Pod.class), V1.Pod.getDefaultInstance()),
                arguments(Schema.of(Service.class), V1.Service.getDefaultInstance()),
                arguments(Schema.of(ConfigMap.class), V1.ConfigMap.getDefaultInstance()),
                arguments(Schema.of(Secret.class), V1.Secret.getDefaultInstance()),
                arguments(Schema.of(ServiceAccount.class), V1.ServiceAccount.getDefaultInstance()),
                arguments(Schema.of(Event.class), V1.Event.getDefaultInstance()),
                arguments(Schema.of(Deployment.class), V1Apps.Deployment.getDefaultInstance()),
                arguments(Schema.of(ReplicaSet.class), V1Apps.ReplicaSet.getDefaultInstance()),
                arguments(Schema.of(Job.class), V1Batch.Job.getDefaultInstance()),
                arguments(Schema.of(PriorityClass.class), V1Scheduling.PriorityClass.getDefaultInstance()),
                arguments(Schema.of(Scale.class), V1Autoscaling.Scale.getDefaultInstance()),
                arguments(Schema.of(Eviction.class), V1Policy.Eviction.getDefaultInstance()),
                arguments(Schema.of(Status.class), Meta.Status.getDefaultInstance()));
    }

    @ParameterizedTest
    @MethodSource("types")
    <T> void decodesWhatTheClientEncodes(Schema<T> schema, Message prototype) {
        var messages = new ProtoMessages(new SplittableRandom(3), ProtoOracleTest::isKnown);
        for (int run = 0; run < 3; run++) {
            var message = messages.random(prototype.getDescriptorForType());

            var value = ProtoReader.plain().read(schema, message.toByteArray());

            assertThat(Differences.between(Trees.toTree(schema, value), ProtoMessages.json(message)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    <T> void encodesWhatTheClientDecodes(Schema<T> schema, Message prototype) throws Exception {
        var random = RandomObjects.full(new SplittableRandom(4));
        for (int run = 0; run < 3; run++) {
            var value = random.value(schema);

            var message = prototype.getParserForType().parseFrom(ProtoWriter.write(schema, value));

            assertThat(ProtoMessages.undeclared(message)).isEmpty();
            assertThat(Differences.between(Trees.toTree(schema, value), ProtoMessages.json(message)))
                    .isEmpty();
        }
    }

    private static boolean isKnown(FieldDescriptor field) {
        return !NEWER.contains(field.getContainingType().getName() + "." + field.getName());
    }
}
