package io.podium.api;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.batch.Job;
import io.podium.api.core.ContainerStatus;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.List;

/** Says in a line how an object stands. */
final class StatusText {
    private StatusText() {}

    static String of(ApiObject<?> object) {
        return switch (object) {
            case Deployment deployment -> deployment(deployment);
            case ReplicaSet set ->
                set.status().replicas() + " of " + set.spec().replicasOrDefault() + " replicas, "
                        + set.status().readyReplicas() + " ready";
            case Job job -> job(job);
            case Pod pod -> pod(pod);
            case Node node -> node(node);
            default -> object.isTerminating() ? "terminating" : "present";
        };
    }

    private static String deployment(Deployment deployment) {
        var status = deployment.status();
        var text = new ArrayList<String>();
        text.add(status.updatedReplicas() + " updated, " + status.availableReplicas() + " available, "
                + status.replicas() + " in all of " + deployment.spec().replicasOrDefault());
        status.conditions()
                .forEach(condition -> text.add(
                        condition(condition.type(), condition.status(), condition.reason(), condition.message())));
        return String.join("; ", text);
    }

    private static String job(Job job) {
        var text = new ArrayList<String>();
        text.add(job.status().active() + " active, " + job.status().succeeded() + " succeeded, "
                + job.status().failed() + " failed");
        job.status()
                .conditions()
                .forEach(condition -> text.add(
                        condition(condition.type(), condition.status(), condition.reason(), condition.message())));
        return String.join("; ", text);
    }

    private static String pod(Pod pod) {
        var text = new ArrayList<String>();
        text.add(pod.status().phase() + (pod.isTerminating() ? ", terminating" : ""));
        pod.status().conditions().stream()
                .filter(condition -> !condition.status().equals("True"))
                .forEach(condition -> text.add(
                        condition(condition.type(), condition.status(), condition.reason(), condition.message())));
        containers(pod.status().initContainerStatuses(), text);
        containers(pod.status().containerStatuses(), text);
        return String.join("; ", text);
    }

    private static void containers(List<ContainerStatus> statuses, List<String> text) {
        for (var status : statuses) {
            var waiting = status.state().waiting();
            var terminated = status.state().terminated();
            if (waiting != null) {
                text.add(status.name() + " waits: " + waiting.reason() + " " + waiting.message());
            } else if (terminated != null) {
                text.add(status.name() + " ended: " + terminated.reason() + ", exit code " + terminated.exitCode());
            }
        }
    }

    private static String node(Node node) {
        return String.join(
                "; ",
                node.status().conditions().stream()
                        .map(condition -> condition(
                                condition.type(), condition.status(), condition.reason(), condition.message()))
                        .toList());
    }

    private static String condition(String type, String status, String reason, String message) {
        return type + "=" + status
                + (reason.isEmpty() ? "" : " (" + reason + (message.isEmpty() ? "" : ": " + message) + ")");
    }
}
