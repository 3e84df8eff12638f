package io.podium.testkit;

import io.podium.api.apps.Deployment;
import io.podium.api.client.ApiException;
import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.ListOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.Pod;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.RandomSource;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.ObjectMetaBuilder;
import io.podium.api.meta.Sorted;
import io.podium.api.policy.EvictionBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What users do to objects that are none of their business: they end pods, take them out of a deployment, and hold deployments by a finalizer. */
final class Meddling {
    private static final String HOLD = "example.com/hold";
    private static final String LABEL = "app";
    private static final String ASIDE = "aside";
    private static final Duration SHORTEST_HOLD = Duration.ofSeconds(20);
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(5);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Client client;
    private final Dispatcher dispatcher;
    private final RandomSource random;

    /** Meddles with objects; what is held is let go on a timer of the dispatcher, which must outlive the meddling. */
    Meddling(Client client, Dispatcher dispatcher) {
        this.client = client;
        this.dispatcher = dispatcher;
        this.random = dispatcher.random("meddling");
    }

    /** Deletes or evicts a pod. */
    void endPod(String namespace, String app) {
        var pods = pods(namespace, app);
        if (pods.isEmpty()) {
            return;
        }
        var key = random.pick(pods).key();
        switch (random.nextInt(3)) {
            case 0 -> client.delete(Pod.KIND, key, DeleteOptions.PLAIN);
            case 1 -> client.delete(Pod.KIND, key, DeleteOptions.PLAIN.within(Duration.ZERO));
            default ->
                client.evict(
                        new EvictionBuilder()
                                .metadata(new ObjectMetaBuilder()
                                        .namespace(key.namespace())
                                        .name(key.name())
                                        .build())
                                .build(),
                        WriteOptions.PLAIN);
        }
    }

    /** Takes a pod out of a deployment by its label, to look at it in peace; or ends one that was, or puts it back. */
    void setAside(String namespace, String app) {
        var aside = pods(namespace, app + "-" + ASIDE);
        if (!aside.isEmpty()) {
            var pod = random.pick(aside);
            if (random.chance(0.5)) {
                relabel(pod, app);
            } else {
                client.delete(Pod.KIND, pod.key(), DeleteOptions.PLAIN);
            }
            return;
        }
        var pods = pods(namespace, app);
        if (!pods.isEmpty()) {
            relabel(random.pick(pods), app + "-" + ASIDE);
        }
    }

    private void relabel(Pod pod, String app) {
        var labels = Sorted.with(pod.metadata().labels(), LABEL, app);
        client.update(pod.withMetadata(pod.metadata().withLabels(labels)), WriteOptions.PLAIN);
    }

    private List<Pod> pods(String namespace, String app) {
        return client.list(Pod.KIND, namespace, ListOptions.ALL).items().stream()
                .filter(pod -> app.equals(pod.metadata().labels().get(LABEL)))
                .toList();
    }

    /** Keeps a deployment from going, for a while. */
    void hold(ObjectKey key) {
        var deployment = client.get(Deployment.KIND, key);
        if (deployment.isTerminating() || deployment.metadata().finalizers().contains(HOLD)) {
            return;
        }
        var finalizers = new ArrayList<>(deployment.metadata().finalizers());
        finalizers.add(HOLD);
        letGoIn(random.between(SHORTEST_HOLD, LONGEST_HOLD), key); // also if the answer is lost
        client.update(deployment.withMetadata(deployment.metadata().withFinalizers(finalizers)), WriteOptions.PLAIN);
    }

    private void letGoIn(Duration delay, ObjectKey key) {
        dispatcher.schedule("let go " + key, delay, () -> letGo(key));
    }

    private void letGo(ObjectKey key) {
        try {
            var found = client.find(Deployment.KIND, key);
            if (found.isPresent() && found.get().metadata().finalizers().contains(HOLD)) {
                var metadata = found.get().metadata();
                var finalizers = metadata.finalizers().stream()
                        .filter(each -> !each.equals(HOLD))
                        .toList();
                client.update(found.get().withMetadata(metadata.withFinalizers(finalizers)), WriteOptions.PLAIN);
            }
        } catch (ApiException refused) {
            letGoIn(RETRY, key);
        }
    }
}
