package io.podium.testkit.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.ExpiredException;
import io.podium.api.client.Follower;
import io.podium.api.client.ListOptions;
import io.podium.api.client.ObjectList;
import io.podium.api.client.Scope;
import io.podium.api.client.Watch;
import io.podium.api.client.WatchOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.controller.Keys;
import io.podium.api.controller.Result;
import io.podium.api.core.ConfigMap;
import io.podium.api.meta.ObjectKey;
import io.podium.testkit.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Readers that come back to a history that has gone on without them. Between what they saw and what there is now lie more changes than
 * are kept; one object was deleted and one created meanwhile.
 */
class ExpiryTest {
    private static final int MORE_THAN_IS_KEPT = 70_000;
    private static final ObjectKey BUSY = ObjectKey.of("default", "busy");
    private static final ObjectKey DELETED = ObjectKey.of("default", "deleted");

    private static final List<String> reconciled = new ArrayList<>();
    private static TestCluster cluster;
    private static Client client;
    private static ObjectList<ConfigMap> firstPage;
    private static Watch<ConfigMap> watch;
    private static Follower<ConfigMap> follower;

    @BeforeAll
    static void leaveReadersBehind() {
        cluster = TestCluster.seeded(1)
                .controller(ControllerSpec.named("reader")
                        .watches(ConfigMap.KIND, Keys.self())
                        .reconciles(context -> key -> {
                            reconciled.add(key.name() + " "
                                    + context.lister(ConfigMap.KIND)
                                            .find(key)
                                            .map(map -> map.data().get("n"))
                                            .orElse("gone"));
                            return Result.done();
                        }))
                .start();
        client = cluster.client();
        var busy = cluster.create(map(BUSY, "begin"));
        cluster.create(map(DELETED, "begin"));
        firstPage = client.list(ConfigMap.KIND, "default", ListOptions.ALL.page(1, ""));
        watch = client.watch(ConfigMap.KIND, "default", WatchOptions.ALL.from(firstPage.resourceVersion()));
        follower = client.follow(ConfigMap.KIND, Scope.ALL);
        follower.advance();
        cluster.runFor(Duration.ofSeconds(1));
        reconciled.clear();

        client.delete(ConfigMap.KIND, DELETED, DeleteOptions.PLAIN);
        var unconditional = busy.withMetadata(busy.metadata().withResourceVersion(""));
        for (int i = 1; i <= MORE_THAN_IS_KEPT; i++) {
            client.update(unconditional.withData(Map.of("n", Integer.toString(i))), WriteOptions.PLAIN);
        }
        cluster.create(map(ObjectKey.of("default", "new"), "begin"));
        cluster.runFor(Duration.ofSeconds(1));
    }

    private static ConfigMap map(ObjectKey key, String n) {
        return ConfigMap.named(key.name())
                .namespace(key.namespace())
                .data("n", n)
                .build();
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    @Test
    void aWatchFromAnOldVersion() {
        var from = WatchOptions.ALL.from(firstPage.resourceVersion());

        assertThatThrownBy(() -> client.watch(ConfigMap.KIND, "default", from))
                .isInstanceOfSatisfying(ExpiredException.class, ExpiryTest::assertGone)
                .hasMessage(
                        "too old resource version: the history of configmaps does not reach back to resource version "
                                + firstPage.resourceVersion() + "; list again");
    }

    private static void assertGone(ExpiredException expired) {
        assertThat(expired.code()).isEqualTo(410);
        assertThat(expired.reason()).isEqualTo("Expired");
    }

    @Test
    void aWatchThatWasNotReadForTooLong() {
        assertThatThrownBy(() -> watch.poll())
                .isInstanceOfSatisfying(ExpiredException.class, ExpiryTest::assertGone)
                .hasMessage(
                        "too old resource version: the history of configmaps does not reach back to this position; list again");
    }

    /** What the messages tell: list again, and watch from there. */
    @Test
    void listingAgainGoesOn() {
        var list = client.list(ConfigMap.KIND, "default", ListOptions.ALL);
        try (var again = client.watch(ConfigMap.KIND, "default", WatchOptions.ALL.from(list.resourceVersion()))) {

            client.update(client.get(ConfigMap.KIND, BUSY).withData(Map.of("n", "on")), WriteOptions.PLAIN);

            assertThat(list.items()).extracting(ConfigMap::name).containsExactly("busy", "new");
            assertThat(again.poll())
                    .extracting(event -> event.object().data().get("n"))
                    .containsExactly("on");
        }
    }

    @Test
    void theRestOfAListAndAnExactVersion() {
        var rest = ListOptions.ALL.page(1, firstPage.continueToken());
        var exact = ListOptions.ALL.at(firstPage.resourceVersion(), "Exact");

        assertThatThrownBy(() -> client.list(ConfigMap.KIND, "default", rest))
                .isInstanceOfSatisfying(ExpiredException.class, ExpiryTest::assertGone)
                .hasMessageMatching(
                        "The provided continue parameter is too old to display a consistent list result: read at"
                                + " revision \\d+ failed: compacted up to \\d+; list again without it");
        assertThatThrownBy(() -> client.list(ConfigMap.KIND, "default", exact))
                .isInstanceOfSatisfying(ExpiredException.class, ExpiryTest::assertGone)
                .hasMessageMatching(
                        "The resourceVersion for the provided list is too old: read at revision \\d+ failed: compacted up"
                                + " to \\d+; list again");
    }

    @Test
    void tokensAndVersionsThatNeverWere() {
        assertThatThrownBy(() -> client.list(ConfigMap.KIND, "default", ListOptions.ALL.page(1, "made-up")))
                .hasMessage(
                        "invalid continue token: \"made-up\" is not a continue value of this list; list again without it");
        assertThatThrownBy(() -> client.watch(ConfigMap.KIND, "default", WatchOptions.ALL.from("yesterday")))
                .hasMessage(
                        "Invalid value: \"yesterday\": resourceVersion must be one that a list, get or watch answered, or empty");
    }

    /** A follower needs nobody to list again: it moves on as if what it missed had happened at once. */
    @Test
    void aFollowerRecoversByItself() {
        var changes = follower.advance();

        assertThat(changes)
                .extracting(change -> change.newest().name())
                .containsExactlyInAnyOrder("busy", "deleted", "new");
        assertThat(follower.lister().find(DELETED)).isEmpty();
        assertThat(follower.lister().find(BUSY).orElseThrow().data()).containsKey("n");
    }

    @Test
    void soDoesAController() {
        assertThat(reconciled).containsExactlyInAnyOrder("busy " + MORE_THAN_IS_KEPT, "deleted gone", "new begin");
    }
}
