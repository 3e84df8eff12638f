package io.podium.testkit.golden;

import io.podium.api.apps.Deployment;
import io.podium.api.client.Client;
import io.podium.api.client.ListOptions;
import io.podium.api.core.Pod;
import io.podium.api.meta.IntOrString;
import io.podium.api.meta.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a rollout promises at every moment: a rolling one keeps replicas minus {@code maxUnavailable} pods ready, and one that recreates
 * never runs pods of two templates.
 */
final class RolloutPromise {
    private final Client client;
    private final String namespace;
    private final Map<String, Integer> reached = new TreeMap<>(); // the size that a deployment has had all ready
    private final TreeSet<String> broken = new TreeSet<>();

    RolloutPromise(Client client, String namespace) {
        this.client = client;
        this.namespace = namespace;
    }

    /** Looks at all deployments as they are now. */
    void look() {
        for (var deployment :
                client.list(Deployment.KIND, namespace, ListOptions.ALL).items()) {
            var pods = client.list(
                            Pod.KIND,
                            namespace,
                            ListOptions.ALL.withLabels(
                                    Selector.of(deployment.spec().selector())))
                    .items();
            if (deployment.isTerminating()) {
                continue;
            }
            boolean recreates = deployment.spec().strategy() != null
                    && deployment.spec().strategy().type().equals("Recreate");
            if (recreates) {
                oneTemplate(deployment, pods);
            } else {
                enoughReady(deployment, pods);
            }
        }
    }

    List<String> broken() {
        return new ArrayList<>(broken);
    }

    private void oneTemplate(Deployment deployment, List<Pod> pods) {
        if (templates(pods) > 1) {
            broken.add(deployment.name() + " runs pods of " + templates(pods) + " templates at once");
        }
    }

    private static long templates(List<Pod> pods) {
        return pods.stream()
                .map(pod -> pod.metadata().labels().getOrDefault("pod-template-hash", ""))
                .distinct()
                .count();
    }

    private void enoughReady(Deployment deployment, List<Pod> pods) {
        int replicas = deployment.spec().replicasOrDefault();
        long ready = pods.stream().filter(RolloutPromise::isReady).count();
        if (ready == replicas) {
            reached.put(deployment.uid(), replicas);
        } else if (templates(pods) > 1
                && Integer.valueOf(replicas).equals(reached.get(deployment.uid()))
                && ready < replicas - unavailable(deployment, replicas)) {
            broken.add(deployment.name() + " has " + ready + " of " + replicas + " pods ready");
        }
    }

    private static boolean isReady(Pod pod) {
        return pod.status().conditions().stream()
                .anyMatch(condition ->
                        condition.type().equals("Ready") && condition.status().equals("True"));
    }

    private static int unavailable(Deployment deployment, int replicas) {
        var strategy = deployment.spec().strategy();
        var rolling = strategy == null ? null : strategy.rollingUpdate();
        var most = rolling == null ? null : rolling.maxUnavailable();
        return switch (most) {
            case IntOrString.Int number -> number.value();
            case IntOrString.Text text ->
                replicas * Integer.parseInt(text.value().replace("%", "")) / 100;
            case null -> replicas / 4;
        };
    }
}
