package io.podium.testkit;

import io.podium.api.apps.Deployment;
import io.podium.api.batch.Job;
import io.podium.api.client.ApiException;
import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.Namespace;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.RandomSource;
import io.podium.api.dispatch.Task;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import java.time.Duration;

/** Users at work: every now and then one of them applies, scales, changes or deletes a workload, or meddles with what it owns. */
final class Churn implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(15);

    private final Client client;
    private final RandomSource random;
    private final Workloads wishes;
    private final Meddling meddling;
    private final Task changes;

    Churn(Client cluster, Dispatcher time, int nodes, int workloads) {
        this.client = cluster.as("user");
        var dispatcher = time.child("users");
        this.random = dispatcher.random("what");
        this.wishes = new Workloads(nodes, dispatcher.random("wishes"));
        this.meddling = new Meddling(client, dispatcher);
        for (int i = 0; i < workloads; i++) {
            begin(i);
        }
        this.changes = dispatcher.every("change", PERIOD, PERIOD, () -> change(random.nextInt(workloads)));
    }

    private void begin(int workload) {
        switch (workload % 5) {
            case 3 -> attempt(() -> run(wishes.job("job-" + workload)));
            case 4 -> attempt(() -> openNamespace("team-" + workload));
            default -> attempt(() -> apply(wishes.deployment("default", "web-" + workload)));
        }
    }

    private void change(int workload) {
        switch (workload % 5) {
            case 3 -> attempt(() -> runAgain("job-" + workload));
            case 4 -> attempt(() -> toggleNamespace("team-" + workload));
            default -> attempt(() -> changeDeployment("web-" + workload));
        }
    }

    /** Users meet refusals too: a namespace that is going, a name that is taken. */
    private static void attempt(Runnable action) {
        try {
            action.run();
        } catch (ApiException refused) {
            return; // another time
        }
    }

    private void changeDeployment(String name) {
        switch (random.nextInt(12)) {
            case 0, 1 -> delete(Deployment.KIND, ObjectKey.of("default", name));
            case 2 -> meddling.endPod("default", name);
            case 3 -> meddling.setAside("default", name);
            case 4 -> meddling.hold(ObjectKey.of("default", name));
            default -> apply(wishes.deployment("default", name));
        }
    }

    private void runAgain(String name) {
        var key = ObjectKey.of("default", name);
        if (client.find(Job.KIND, key).isPresent()) {
            delete(Job.KIND, key);
        } else {
            run(wishes.job(name));
        }
    }

    private void toggleNamespace(String name) {
        var key = ObjectKey.of("", name);
        if (client.find(Namespace.KIND, key).isPresent() && random.chance(0.5)) {
            delete(Namespace.KIND, key);
        } else {
            openNamespace(name);
        }
    }

    private void openNamespace(String name) {
        if (client.find(Namespace.KIND, ObjectKey.of("", name)).isEmpty()) {
            run(Namespace.named(name).build());
        }
        apply(wishes.deployment(name, "web"));
    }

    private <T extends ApiObject<T>> void apply(T object) {
        client.apply(object, WriteOptions.by("user").forced());
    }

    private <T extends ApiObject<T>> void run(T object) {
        client.create(object, WriteOptions.PLAIN);
    }

    private <T extends ApiObject<T>> void delete(Kind<T> kind, ObjectKey key) {
        client.delete(kind, key, DeleteOptions.PLAIN.with(propagation(kind)));
    }

    private DeleteOptions.Propagation propagation(Kind<?> kind) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> DeleteOptions.Propagation.FOREGROUND;
            case 2 ->
                kind.equals(Deployment.KIND) ? DeleteOptions.Propagation.ORPHAN : DeleteOptions.Propagation.BACKGROUND;
            default -> DeleteOptions.Propagation.BACKGROUND;
        };
    }

    /** Ends changes; what is held is still let go when its time comes. */
    @Override
    public void close() {
        changes.cancel();
    }
}
