package io.podium.apiserver.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.InvalidException;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.Service;
import io.podium.api.core.ServicePort;
import io.podium.api.core.ServicePortBuilder;
import io.podium.api.core.ServiceSpecBuilder;
import io.podium.api.dispatch.Dispatcher;
import io.podium.apiserver.ApiServer;
import io.podium.apiserver.admission.AdmissionChain;
import io.podium.apiserver.rules.BuiltInRules;
import io.podium.dispatch.SystemDispatcher;
import io.podium.store.memory.MemoryStore;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceAllocatorTest {
    private final Dispatcher dispatcher = SystemDispatcher.start("test");
    private final MemoryStore store = new MemoryStore(dispatcher);
    private final ApiServer server = server("10.0.0.0/28");
    private final Client client = server.client("test");

    private ApiServer server(String cidr) {
        var chain = new AdmissionChain();
        chain.allocate(Service.KIND, new ServiceAllocator(ServiceNetwork.of(cidr), dispatcher));
        return new ApiServer(store, dispatcher, BuiltInRules.book(), chain);
    }

    @AfterEach
    void close() {
        server.close();
        store.close();
        dispatcher.close();
    }

    @Test
    void givesEachServiceAnAddressUntilNoneIsLeft() {
        var addresses = new TreeSet<String>();
        for (int i = 0; i < 14; i++) {
            addresses.add(create("s" + i, spec -> {}).spec().clusterIP());
        }

        assertThat(addresses).hasSize(14).doesNotContain("10.0.0.0", "10.0.0.15");
        assertThatThrownBy(() -> create("more", spec -> {}))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("range is full");
    }

    @Test
    void refusesAnAddressOfSomebodyElse() {
        var one = create("one", spec -> spec.clusterIP("10.0.0.3"));

        assertThat(one.spec().clusterIPs()).containsExactly("10.0.0.3");
        assertThatThrownBy(() -> create("two", spec -> spec.clusterIP("10.0.0.3")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("provided IP is already allocated");
        assertThatThrownBy(() -> create("three", spec -> spec.clusterIP("10.9.0.3")))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("10.0.0.1 to 10.0.0.14");
    }

    @Test
    void learnsFromTheStoreWhatIsTaken() {
        create("one", spec -> spec.clusterIP("10.0.0.3"));

        try (var other = server("10.0.0.0/28")) {
            var late = service("two", spec -> spec.clusterIP("10.0.0.3"));
            assertThatThrownBy(() -> other.client("late").create(late, WriteOptions.PLAIN))
                    .isInstanceOf(InvalidException.class);
            client.delete(
                    Service.KIND,
                    late.withMetadata(late.metadata().withName("one").withNamespace("default"))
                            .key(),
                    DeleteOptions.PLAIN);
            assertThat(other.client("late")
                            .create(late, WriteOptions.PLAIN)
                            .spec()
                            .clusterIP())
                    .isEqualTo("10.0.0.3");
        }
    }

    @Test
    void reservesNothingInADryRun() {
        client.create(service("one", spec -> spec.clusterIP("10.0.0.3")), WriteOptions.PLAIN.asDryRun());

        assertThat(create("two", spec -> spec.clusterIP("10.0.0.3")).spec().clusterIP())
                .isEqualTo("10.0.0.3");
    }

    @Test
    void opensPortsOnNodesAndClosesThemWithTheType() {
        var open = create("one", spec -> spec.type("NodePort"));
        int nodePort = open.spec().ports().getFirst().nodePort();
        assertThat(nodePort).isBetween(30_000, 32_767);
        assertThatThrownBy(() ->
                        create("two", spec -> spec.type("NodePort").ports(List.of(port().withNodePort(nodePort)))))
                .isInstanceOf(InvalidException.class)
                .hasMessageContaining("provided port is already allocated");

        var closed = client.update(open.withSpec(open.spec().withType("ClusterIP")), WriteOptions.PLAIN);

        assertThat(closed.spec().ports().getFirst().nodePort()).isZero();
        assertThat(closed.spec().clusterIP()).isEqualTo(open.spec().clusterIP());
    }

    @Test
    void keepsTheAddressWhenAnUpdateLeavesItOut() {
        var one = create("one", spec -> {});

        var updated = client.update(service("one", spec -> spec.sessionAffinity("ClientIP")), WriteOptions.PLAIN);

        assertThat(updated.spec().clusterIPs()).isEqualTo(one.spec().clusterIPs());
    }

    private Service create(String name, Consumer<ServiceSpecBuilder> change) {
        return client.create(service(name, change), WriteOptions.PLAIN);
    }

    private static Service service(String name, Consumer<ServiceSpecBuilder> change) {
        var spec = new ServiceSpecBuilder().ports(List.of(port()));
        change.accept(spec);
        return Service.named(name).build().withSpec(spec.build());
    }

    private static ServicePort port() {
        return new ServicePortBuilder().port(80).build();
    }
}
