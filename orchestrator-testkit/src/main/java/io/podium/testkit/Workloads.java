package io.podium.testkit;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.DeploymentBuilder;
import io.podium.api.batch.Job;
import io.podium.api.batch.JobBuilder;
import io.podium.api.core.ContainerBuilder;
import io.podium.api.core.Probes;
import io.podium.api.core.Resources;
import io.podium.api.core.WellKnown;
import io.podium.api.dispatch.RandomSource;
import java.time.Duration;
import java.util.List;

/** What users might want at a moment: deployments and jobs, no two of which need be alike. */
final class Workloads {
    private static final int MOST_REPLICAS = 6;
    /** The label that names the zone of a node. */
    static final String ZONE = "topology.kubernetes.io/zone";

    private final int nodes;
    private final RandomSource random;

    Workloads(int nodes, RandomSource random) {
        this.nodes = nodes;
        this.random = random;
    }

    /** The zone of a node: two nodes share one, so that few mishaps leave no node there. */
    static String zone(int node) {
        return "zone-" + (node + 1) / 2;
    }

    Deployment deployment(String namespace, String name) {
        var builder = Deployment.named(name)
                .namespace(namespace)
                .replicas(random.nextInt(MOST_REPLICAS + 1))
                .container(
                        "app",
                        container -> probed(container, name)
                                .image("web:" + (1 + random.nextInt(3)))
                                .requests(Resources.cpu("100m"), Resources.memory("64Mi")))
                .terminationGrace(Duration.ofSeconds(random.nextInt(4) * 10L));
        rollout(builder);
        if (random.chance(0.2)) {
            builder.onNodesWith(ZONE, zone(1 + random.nextInt(nodes)));
        }
        if (random.chance(0.3)) {
            impatient(builder);
        }
        return builder.build();
    }

    /** The probes that people write most; each workload keeps its own kind of them. */
    private static ContainerBuilder probed(ContainerBuilder container, String workload) {
        return switch (Math.floorMod(workload.hashCode(), 3)) {
            case 0 ->
                container
                        .readiness(Probes.http("/ready", 80).withPeriodSeconds(5))
                        .liveness(Probes.http("/live", 80));
            case 1 ->
                container.readiness(Probes.tcp(80)).liveness(Probes.tcp(80).withPeriodSeconds(20));
            default ->
                container
                        .startup(Probes.exec("started").withPeriodSeconds(2).withFailureThreshold(30))
                        .readiness(Probes.exec("ready"))
                        .liveness(Probes.exec("live"));
        };
    }

    private void rollout(DeploymentBuilder builder) {
        switch (random.nextInt(4)) {
            case 0 -> builder.recreate();
            case 1 -> builder.rolling("1", "0");
            case 2 -> builder.rolling("0", "50%");
            default -> {} // as Kubernetes does it
        }
        if (random.chance(0.3)) {
            builder.spec(spec -> spec.minReadySeconds(10).revisionHistoryLimit(1));
        }
    }

    /** Its pods leave a node that is not heard of much sooner than others. */
    private void impatient(DeploymentBuilder builder) {
        long seconds = random.nextInt(60);
        for (var taint : List.of(WellKnown.TAINT_NOT_READY, WellKnown.TAINT_UNREACHABLE)) {
            builder.podSpec(spec -> spec.toleration(toleration ->
                    toleration.key(taint).operator("Exists").effect("NoExecute").tolerationSeconds(seconds)));
        }
    }

    Job job(String name) {
        var builder = Job.named(name)
                .namespace("default")
                .completions(1 + random.nextInt(5))
                .parallelism(1 + random.nextInt(3))
                .restartPolicy("Never")
                .container("task", container -> container.image("task:" + (1 + random.nextInt(2))));
        if (random.chance(0.3)) {
            builder.indexed();
        }
        policy(builder);
        return builder.build();
    }

    /** Half of all jobs say how they end or how their pods are replaced, in one way each. */
    private void policy(JobBuilder builder) {
        switch (random.nextInt(12)) {
            case 0 -> builder.spec(spec -> spec.activeDeadlineSeconds(20 + random.nextInt(60)));
            case 1 -> builder.spec(spec -> spec.ttlSecondsAfterFinished(random.nextInt(60)));
            case 2 -> builder.spec(spec -> spec.podReplacementPolicy("Failed"));
            case 3 -> builder.indexed().spec(spec -> spec.backoffLimitPerIndex(random.nextInt(3)));
            case 4 ->
                builder.indexed()
                        .spec(spec -> spec.successPolicy(successes -> successes.rule(rule -> rule.succeededCount(1))));
            case 5 ->
                builder.spec(spec -> spec.podFailurePolicy(failures -> failures.rule(rule -> rule.action("Ignore")
                        .onPodCondition(pod -> pod.type("DisruptionTarget").status("True")))));
            default -> {} // as Kubernetes does it
        }
    }
}
