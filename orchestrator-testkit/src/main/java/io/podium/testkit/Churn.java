package io.podium.testkit;

import io.podium.api.apps.Deployment;
import io.podium.api.batch.Job;
import io.podium.api.client.ApiException;
import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.Namespace;
import io.podium.api.core.Probes;
import io.podium.api.core.Resources;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.RandomSource;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import java.time.Duration;

/** Users at work: every now and then one of them applies, scales, changes or deletes a workload. */
final class Churn implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(15);
    private static final int MOST_REPLICAS = 6;

    private final Client client;
    private final Dispatcher dispatcher;
    private final RandomSource random;

    Churn(TestCluster cluster, int workloads) {
        this.client = cluster.client().as("user");
        this.dispatcher = cluster.time().child("users");
        this.random = dispatcher.random("what");
        for (int i = 0; i < workloads; i++) {
            begin(i);
        }
        dispatcher.every("change", PERIOD, PERIOD, () -> change(random.nextInt(workloads)));
    }

    private void begin(int workload) {
        switch (workload % 5) {
            case 3 -> attempt(() -> run(job("job-" + workload)));
            case 4 -> attempt(() -> openNamespace("team-" + workload));
            default -> attempt(() -> apply(deployment("default", "web-" + workload)));
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
        if (random.chance(0.15)) {
            delete(Deployment.KIND, ObjectKey.of("default", name));
        } else {
            apply(deployment("default", name));
        }
    }

    private void runAgain(String name) {
        var key = ObjectKey.of("default", name);
        if (client.find(Job.KIND, key).isPresent()) {
            delete(Job.KIND, key);
        } else {
            run(job(name));
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
        apply(deployment(name, "web"));
    }

    private Deployment deployment(String namespace, String name) {
        var builder = Deployment.named(name)
                .namespace(namespace)
                .replicas(random.nextInt(MOST_REPLICAS + 1))
                .container(
                        "app",
                        container -> container
                                .image("web:" + (1 + random.nextInt(3)))
                                .requests(Resources.cpu("100m"), Resources.memory("64Mi"))
                                .readiness(Probes.tcp(80)))
                .terminationGrace(Duration.ofSeconds(random.nextInt(30)));
        return (random.chance(0.25) ? builder.recreate() : builder).build();
    }

    private Job job(String name) {
        return Job.named(name)
                .namespace("default")
                .completions(1 + random.nextInt(5))
                .parallelism(1 + random.nextInt(3))
                .restartPolicy("Never")
                .container("task", container -> container.image("task:" + (1 + random.nextInt(2))))
                .build();
    }

    private <T extends ApiObject<T>> void apply(T object) {
        client.apply(object, WriteOptions.by("user").forced());
    }

    private <T extends ApiObject<T>> void run(T object) {
        client.create(object, WriteOptions.PLAIN);
    }

    private <T extends ApiObject<T>> void delete(Kind<T> kind, ObjectKey key) {
        client.delete(
                kind,
                key,
                DeleteOptions.PLAIN.with(
                        random.chance(0.3)
                                ? DeleteOptions.Propagation.FOREGROUND
                                : DeleteOptions.Propagation.BACKGROUND));
    }

    @Override
    public void close() {
        dispatcher.close();
    }
}
