package io.podium.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.podium.api.admission.Refusal;
import io.podium.api.client.AlreadyExistsException;
import io.podium.api.client.BadRequestException;
import io.podium.api.client.Change;
import io.podium.api.client.Client;
import io.podium.api.client.ConflictException;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.ExpiredException;
import io.podium.api.client.ForbiddenException;
import io.podium.api.client.InvalidException;
import io.podium.api.client.ListOptions;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.Patch;
import io.podium.api.client.Scope;
import io.podium.api.client.WatchEvent;
import io.podium.api.client.WatchEvent.Type;
import io.podium.api.client.WatchOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.BindingBuilder;
import io.podium.api.core.ConfigMap;
import io.podium.api.core.ConfigMapBuilder;
import io.podium.api.core.Pod;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.FieldSelector;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.Selector;
import io.podium.apiserver.admission.AdmissionChain;
import io.podium.apiserver.rules.RuleBook;
import io.podium.dispatch.SystemDispatcher;
import io.podium.store.memory.MemoryStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiServerTest {
    private final Dispatcher dispatcher = SystemDispatcher.start("test");
    private final MemoryStore store = new MemoryStore(dispatcher);
    private final ApiServer server = new ApiServer(store, dispatcher, new RuleBook(), new AdmissionChain());
    private final Client client = server.client("test");

    @AfterEach
    void close() {
        server.close();
        store.close();
        dispatcher.close();
    }

    @Test
    void givesNewObjectsTheirIdentity() {
        var created = client.create(ConfigMap.named("a").data("k", "1").build(), WriteOptions.PLAIN);

        assertThat(created.namespace()).isEqualTo("default");
        assertThat(created.uid()).hasSize(36);
        assertThat(created.metadata().creationTimestamp()).isNotNull();
        assertThat(created.metadata().resourceVersion()).isNotEmpty();
        assertThat(client.get(ConfigMap.KIND, created.key())).isSameAs(created);
    }

    @Test
    void generatesNamesAndRefusesTakenOnes() {
        var template = new ConfigMapBuilder().generateName("x-").build();

        var one = client.create(template, WriteOptions.PLAIN);
        var two = client.create(template, WriteOptions.PLAIN);

        assertThat(one.name()).startsWith("x-").hasSize(7).isNotEqualTo(two.name());
        assertThatThrownBy(() -> client.create(ConfigMap.named(one.name()).build(), WriteOptions.PLAIN))
                .isInstanceOf(AlreadyExistsException.class)
                .hasMessage("configmaps \"" + one.name() + "\" already exists");
    }

    @Test
    void namesTheFieldThatBreaksARule() {
        assertThatThrownBy(() -> client.create(ConfigMap.named("Bad").build(), WriteOptions.PLAIN))
                .isInstanceOf(InvalidException.class)
                .hasMessageStartingWith("ConfigMap \"Bad\" is invalid: metadata.name: Invalid value: \"Bad\": ");
    }

    @Test
    void refusesAnUpdateOfAnOlderVersion() {
        var old = client.create(ConfigMap.named("a").build(), WriteOptions.PLAIN);
        client.update(old.with(map -> map.data("k", "1")), WriteOptions.PLAIN);

        assertThatThrownBy(() -> client.update(old.with(map -> map.data("k", "2")), WriteOptions.PLAIN))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("the object has been modified");
    }

    @Test
    void takesVersionZeroForNone() {
        var zero = ConfigMap.named("a").build();
        zero = zero.withMetadata(zero.metadata().withResourceVersion("0"));

        client.create(zero, WriteOptions.PLAIN);
        var updated = client.update(zero.with(map -> map.data("k", "1")), WriteOptions.PLAIN);

        assertThat(updated.data()).containsEntry("k", "1");
    }

    @Test
    void writesNothingWhenNothingChanges() {
        var created = client.create(ConfigMap.named("a").data("k", "1").build(), WriteOptions.PLAIN);

        var updated = client.update(created, WriteOptions.PLAIN);

        assertThat(updated).isSameAs(created);
    }

    @Test
    void patches() {
        var created = client.create(ConfigMap.named("a").data("k", "1").build(), WriteOptions.PLAIN);
        var body = JsonObject.of("data", JsonObject.builder().put("l", "2").build());

        var patched = client.patch(ConfigMap.KIND, created.key(), new Patch.Merge(body), WriteOptions.PLAIN);

        assertThat(patched.data()).containsEntry("k", "1").containsEntry("l", "2");
    }

    @Test
    void keepsWhatAFinalizerHolds() {
        var held =
                client.create(ConfigMap.named("a").finalizer("example.com/hold").build(), WriteOptions.PLAIN);

        var deleting = client.delete(ConfigMap.KIND, held.key(), DeleteOptions.PLAIN);
        assertThat(deleting.isTerminating()).isTrue();
        assertThat(client.find(ConfigMap.KIND, held.key())).isPresent();
        client.update(deleting.withMetadata(deleting.metadata().withFinalizers(List.of())), WriteOptions.PLAIN);

        assertThatThrownBy(() -> client.get(ConfigMap.KIND, held.key())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void asksAdmission() {
        server.admission().mutate(ConfigMap.KIND, (map, attributes) -> map.with(m -> m.label("seen", "yes")));
        server.admission().validate(ConfigMap.KIND, (map, attributes) -> {
            if (map.data().containsKey("bad")) {
                throw new Refusal("no bad data");
            }
        });

        var admitted = client.create(ConfigMap.named("a").build(), WriteOptions.PLAIN);

        assertThat(admitted.label("seen")).isEqualTo("yes");
        assertThatThrownBy(() ->
                        client.create(ConfigMap.named("b").data("bad", "1").build(), WriteOptions.PLAIN))
                .isInstanceOf(ForbiddenException.class)
                .hasMessage("configmaps \"b\" is forbidden: no bad data");
    }

    @Test
    void pagesThroughOneState() {
        for (int i = 0; i < 5; i++) {
            client.create(
                    ConfigMap.named("m" + i)
                            .label("odd", Boolean.toString(i % 2 == 1))
                            .build(),
                    WriteOptions.PLAIN);
        }

        var first = client.list(ConfigMap.KIND, "default", ListOptions.ALL.page(2, ""));
        client.create(ConfigMap.named("m9").build(), WriteOptions.PLAIN);
        var second = client.list(ConfigMap.KIND, "default", ListOptions.ALL.page(9, first.continueToken()));

        assertThat(first.items()).extracting(ConfigMap::name).containsExactly("m0", "m1");
        assertThat(first.remaining()).isEqualTo(3);
        assertThat(second.items()).extracting(ConfigMap::name).containsExactly("m2", "m3", "m4");
        assertThat(client.list(ConfigMap.KIND, "", ListOptions.ALL.withLabels(Selector.parse("odd=true")))
                        .items())
                .extracting(ConfigMap::name)
                .containsExactly("m1", "m3");
    }

    @Test
    void pagesNoListOfAnyVersionAndCountsNoneThatASelectorThins() {
        for (int i = 0; i < 3; i++) {
            client.create(ConfigMap.named("m" + i).label("a", "b").build(), WriteOptions.PLAIN);
        }
        var any = new ListOptions(Selector.everything(), FieldSelector.everything(), 2, "", "0", "");
        var thinned = ListOptions.ALL.withLabels(Selector.parse("a=b")).page(2, "");

        assertThat(client.list(ConfigMap.KIND, "default", any).items()).hasSize(3);
        var first = client.list(ConfigMap.KIND, "default", thinned);
        assertThat(first.continueToken()).isNotEmpty();
        assertThat(first.remaining()).isNull();
        var early = new ListOptions(Selector.everything(), FieldSelector.everything(), 2, "", "1", "");
        assertThat(client.list(ConfigMap.KIND, "default", early).items()).hasSizeLessThan(2);
        var both = new ListOptions(
                Selector.everything(),
                FieldSelector.everything(),
                2,
                first.continueToken(),
                first.resourceVersion(),
                "");
        assertThatThrownBy(() -> client.list(ConfigMap.KIND, "default", both)).isInstanceOf(BadRequestException.class);
    }

    @Test
    void bookmarksTheEndOfInitialEventsOnlyForThoseWhoTakeBookmarks() {
        client.create(ConfigMap.named("a").build(), WriteOptions.PLAIN);
        var all = Selector.everything();
        var fields = FieldSelector.everything();

        var with = client.watch(ConfigMap.KIND, "default", new WatchOptions(all, fields, "", true, true));
        var without = client.watch(ConfigMap.KIND, "default", new WatchOptions(all, fields, "", false, true));

        assertThat(with.poll()).extracting(WatchEvent::type).containsExactly(Type.ADDED, Type.BOOKMARK);
        assertThat(without.poll()).extracting(WatchEvent::type).containsExactly(Type.ADDED);
        with.close();
        without.close();
    }

    @Test
    void watchesWhatComesToBeSelectedAndWhatNoLongerIs() {
        var watch = client.watch(ConfigMap.KIND, "default", WatchOptions.ALL.withLabels(Selector.parse("app=x")));
        var plain = client.create(ConfigMap.named("a").build(), WriteOptions.PLAIN);
        var selected = client.update(plain.with(map -> map.label("app", "x")), WriteOptions.PLAIN);
        var again = client.update(selected.with(map -> map.data("k", "1")), WriteOptions.PLAIN);
        client.update(again.with(map -> map.label("app", "y")), WriteOptions.PLAIN);

        assertThat(watch.poll())
                .extracting(event -> event.type())
                .containsExactly(Type.ADDED, Type.MODIFIED, Type.DELETED);
        watch.close();
    }

    @Test
    void resumesAWatchOrSaysThatItCannot() {
        var one = client.create(ConfigMap.named("a").build(), WriteOptions.PLAIN);
        client.create(ConfigMap.named("b").build(), WriteOptions.PLAIN);

        try (var watch = client.watch(
                ConfigMap.KIND, "", WatchOptions.ALL.from(one.metadata().resourceVersion()))) {
            assertThat(watch.poll()).extracting(event -> event.object().name()).containsExactly("b");
        }
        try (var late = new ApiServer(store, dispatcher, new RuleBook(), new AdmissionChain())) {
            assertThatThrownBy(() -> late.client("late").watch(ConfigMap.KIND, "", WatchOptions.ALL.from("1")))
                    .isInstanceOf(ExpiredException.class);
        }
    }

    @Test
    void showsAFollowerItsOwnWritesAtOnceAndOthersWhenItAdvances() {
        var other = server.client("other");
        var follower = client.follow(ConfigMap.KIND, Scope.ALL);
        assertThat(follower.advance()).isEmpty();

        var mine = client.create(ConfigMap.named("mine").build(), WriteOptions.PLAIN);
        var theirs = other.create(ConfigMap.named("theirs").build(), WriteOptions.PLAIN);

        assertThat(follower.lister().all()).containsExactly(mine);
        assertThat(follower.advance()).extracting(Change::after).containsExactly(mine, theirs);
        assertThat(follower.lister().all()).containsExactly(mine, theirs);
        client.delete(ConfigMap.KIND, theirs.key(), DeleteOptions.PLAIN);
        assertThat(follower.lister().find(theirs.key())).isEmpty();
        follower.close();
    }

    @Test
    void signalsAnAgentOnlyForItsOwnNode() {
        var signals = new AtomicInteger();
        var agent = client.follow(Pod.KIND, new Scope.OnNode("n1"));
        agent.advance();
        agent.onReady(signals::incrementAndGet);
        var elsewhere = client.create(Pod.named("p0").build(), WriteOptions.PLAIN);
        var pod = client.create(Pod.named("p1").build(), WriteOptions.PLAIN);

        bind(elsewhere, "n0");
        assertThat(signals).hasValue(0);
        bind(pod, "n1");

        assertThat(signals).hasValue(1);
        assertThat(agent.advance()).hasSize(1);
        assertThat(agent.lister().all()).extracting(Pod::name).containsExactly("p1");
        assertThatThrownBy(() -> bind(pod, "n2"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("pod p1 is already assigned to node \"n1\"");
        agent.close();
    }

    private void bind(Pod pod, String node) {
        client.bind(
                new BindingBuilder()
                        .metadata(m -> m.namespace(pod.namespace()).name(pod.name()))
                        .target(t -> t.kind("Node").name(node))
                        .build(),
                WriteOptions.PLAIN);
    }

    @Test
    void commitsNothingOnADryRun() {
        client.create(ConfigMap.named("a").build(), WriteOptions.PLAIN.asDryRun());

        assertThat(client.find(ConfigMap.KIND, ObjectKey.of("default", "a"))).isEmpty();
    }

    @Test
    void appliesForOneManagerAndKeepsWhatAnotherOwns() {
        var first =
                client.apply(ConfigMap.named("a").data("k", "1").data("l", "1").build(), WriteOptions.by("one"));
        var again =
                client.apply(ConfigMap.named("a").data("k", "1").data("l", "1").build(), WriteOptions.by("one"));
        client.apply(ConfigMap.named("a").data("m", "2").build(), WriteOptions.by("two"));
        var less = client.apply(ConfigMap.named("a").data("k", "1").build(), WriteOptions.by("one"));

        assertThat(again).isSameAs(first);
        assertThat(less.data()).containsOnly(entry("k", "1"), entry("m", "2"));
        assertThatThrownBy(
                        () -> client.apply(ConfigMap.named("a").data("k", "9").build(), WriteOptions.by("two")))
                .isInstanceOf(ConflictException.class)
                .hasMessageStartingWith("Apply failed with 1 conflict: conflict with \"one\": .data.k; ");
        var forced = client.apply(
                ConfigMap.named("a").data("k", "9").build(),
                WriteOptions.by("two").forced());
        assertThat(forced.data()).containsOnly(entry("k", "9"));
    }

    @Test
    void tracksOtherWritesOnceAnObjectWasApplied() {
        var plain = client.create(ConfigMap.named("a").data("k", "1").build(), WriteOptions.PLAIN);
        assertThat(plain.metadata().managedFields()).isEmpty();

        client.apply(ConfigMap.named("a").data("l", "1").build(), WriteOptions.by("one"));
        var edited = client.update(
                client.get(ConfigMap.KIND, plain.key()).with(map -> map.data("n", "1")), WriteOptions.PLAIN);

        assertThat(edited.metadata().managedFields())
                .extracting(entry -> entry.manager() + " " + entry.operation())
                .containsExactlyInAnyOrder("one Apply", "before-first-apply Update", "test Update");
    }
}
