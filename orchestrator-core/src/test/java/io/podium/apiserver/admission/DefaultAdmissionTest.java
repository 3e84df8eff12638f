package io.podium.apiserver.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.ForbiddenException;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.BindingBuilder;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.Namespace;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.PodBuilder;
import io.podium.api.core.ServiceAccount;
import io.podium.api.core.Taint;
import io.podium.api.core.Toleration;
import io.podium.api.core.Volume;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ObjectKey;
import io.podium.api.policy.EvictionBuilder;
import io.podium.api.scheduling.PriorityClass;
import io.podium.apiserver.ApiServer;
import io.podium.apiserver.rules.RuleBook;
import io.podium.apiserver.rules.pod.PodRules;
import io.podium.dispatch.SystemDispatcher;
import io.podium.store.memory.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DefaultAdmissionTest {
    private final Dispatcher dispatcher = SystemDispatcher.start("test");
    private final MemoryStore store = new MemoryStore(dispatcher);
    private final AdmissionChain chain = new AdmissionChain();
    private final ApiServer server =
            new ApiServer(store, dispatcher, new RuleBook().with(Pod.KIND, new PodRules()), chain);
    private final Client client = server.client("test");

    @BeforeEach
    void open() {
        DefaultAdmission.install(chain);
        client.create(Namespace.named("default").build(), WriteOptions.PLAIN);
        client.create(
                ServiceAccount.named("default")
                        .namespace("default")
                        .automountServiceAccountToken(false)
                        .build(),
                WriteOptions.PLAIN);
    }

    @AfterEach
    void close() {
        server.close();
        store.close();
        dispatcher.close();
    }

    private static PodBuilder pod(String name) {
        return Pod.named(name).namespace("default").container("app", app -> app.image("nginx:1"));
    }

    private Pod create(PodBuilder pod) {
        return client.create(pod.build(), WriteOptions.PLAIN);
    }

    @Test
    void givesAPodItsAccountPriorityAndTolerations() {
        var spec = create(pod("a")).spec();

        assertThat(spec.serviceAccountName()).isEqualTo("default");
        assertThat(spec.priority()).isZero();
        assertThat(spec.preemptionPolicy()).isEqualTo("PreemptLowerPriority");
        assertThat(spec.tolerations())
                .extracting(Toleration::key)
                .containsExactly("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable");
        assertThat(spec.volumes()).isEmpty();
    }

    @Test
    void refusesAccountsThatAreNotThere() {
        var pod = pod("a").podSpec(spec -> spec.serviceAccountName("robot"));

        assertThatThrownBy(() -> create(pod))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("pods \"a\" is forbidden: error looking up service account default/robot:"
                        + " serviceaccount \"robot\" not found");
    }

    @Test
    void mountsATokenIfThePodWantsOne() {
        var spec = create(pod("a").podSpec(any -> any.automountServiceAccountToken(true)))
                .spec();

        assertThat(spec.volumes()).singleElement().extracting(Volume::projected).isNotNull();
        assertThat(spec.containers().getFirst().volumeMounts()).singleElement().satisfies(mount -> {
            assertThat(mount.name()).isEqualTo(spec.volumes().getFirst().name()).startsWith("kube-api-access-");
            assertThat(mount.mountPath()).isEqualTo("/var/run/secrets/kubernetes.io/serviceaccount");
        });
    }

    @Test
    void takesThePriorityOfTheClass() {
        client.create(
                PriorityClass.named("high")
                        .value(1000)
                        .preemptionPolicy("Never")
                        .build(),
                WriteOptions.PLAIN);
        client.create(PriorityClass.named("usual").value(7).globalDefault(true).build(), WriteOptions.PLAIN);

        var high =
                create(pod("a").podSpec(spec -> spec.priorityClassName("high"))).spec();
        var usual = create(pod("b")).spec();

        assertThat(high.priority()).isEqualTo(1000);
        assertThat(high.preemptionPolicy()).isEqualTo("Never");
        assertThat(usual.priority()).isEqualTo(7);
        assertThat(usual.priorityClassName()).isEqualTo("usual");
        assertThatThrownBy(() -> create(pod("c").podSpec(spec -> spec.priorityClassName("none"))))
                .hasMessageContaining("no PriorityClass with name none was found");
        assertThatThrownBy(() -> client.create(
                        PriorityClass.named("other").globalDefault(true).build(), WriteOptions.PLAIN))
                .hasMessageContaining("PriorityClass usual is already marked as default");
    }

    @Test
    void keepsNamespacesInOrder() {
        assertThatThrownBy(() ->
                        client.create(ConfigMap.named("a").namespace("none").build(), WriteOptions.PLAIN))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("namespaces \"none\" not found");
        assertThatThrownBy(() -> client.delete(Namespace.KIND, ObjectKey.of("", "default"), DeleteOptions.PLAIN))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining("this namespace may not be deleted");
    }

    @Test
    void letsNothingNewIntoANamespaceThatGoes() {
        var going = Namespace.named("going").finalizer("example.com/hold").build();
        client.delete(Namespace.KIND, client.create(going, WriteOptions.PLAIN).key(), DeleteOptions.PLAIN);

        assertThatThrownBy(() ->
                        client.create(ConfigMap.named("a").namespace("going").build(), WriteOptions.PLAIN))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("configmaps \"a\" is forbidden: unable to create new content in namespace going because"
                        + " it is being terminated");
    }

    @Test
    void taintsNewNodesUntilTheyAreReady() {
        var node = client.create(Node.named("n1").build(), WriteOptions.PLAIN);

        assertThat(node.spec().taints())
                .singleElement()
                .extracting(Taint::key)
                .isEqualTo("node.kubernetes.io/not-ready");
    }

    @Test
    void bindsAndEvictsWithoutAskingTheRulesOfUpdates() {
        var pod = create(pod("a"));

        client.bind(
                new BindingBuilder()
                        .metadata(meta -> meta.name("a").namespace("default"))
                        .target(node -> node.name("n1"))
                        .build(),
                WriteOptions.PLAIN);
        var bound = client.get(Pod.KIND, pod.key());
        client.evict(
                new EvictionBuilder()
                        .metadata(meta -> meta.name("a").namespace("default"))
                        .build(),
                WriteOptions.PLAIN);
        var evicted = client.get(Pod.KIND, pod.key());

        assertThat(bound.spec().nodeName()).isEqualTo("n1");
        assertThat(bound.metadata().generation()).isEqualTo(1);
        assertThat(evicted.isTerminating()).isTrue();
        assertThat(evicted.metadata().deletionGracePeriodSeconds()).isEqualTo(30);
        assertThat(evicted.status().conditions())
                .anySatisfy(condition -> assertThat(condition.reason()).isEqualTo("EvictionByEvictionAPI"));
    }
}
