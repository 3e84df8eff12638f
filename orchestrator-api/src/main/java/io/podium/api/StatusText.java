package io.podium.api;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.batch.Job;
import io.podium.api.core.ContainerStatus;
import io.podium.api.core.Namespace;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.PodCondition;
import io.podium.api.meta.ApiObject;
import java.util.ArrayList;
import java.util.List;

/** Says how an object stands: a headline, and what there is to say of it, a line each. */
final class StatusText {
    private final List<String> lines = new ArrayList<>();

    private StatusText(ApiObject<?> object, String headline) {
        lines.add(headline + (object.isTerminating() ? ", terminating" : ""));
    }

    /** The headline first. */
    static List<String> of(ApiObject<?> object) {
        return switch (object) {
            case Deployment deployment -> of(deployment);
            case ReplicaSet set ->
                new StatusText(
                                set,
                                set.status().replicas() + " of " + set.spec().replicasOrDefault() + " replicas, "
                                        + set.status().readyReplicas() + " ready")
                        .lines;
            case Job job -> of(job);
            case Pod pod -> of(pod);
            case Node node -> of(node);
            case Namespace namespace -> of(namespace);
            default -> new StatusText(object, "present").lines;
        };
    }

    private static List<String> of(Deployment deployment) {
        var status = deployment.status();
        var text = new StatusText(
                deployment,
                status.updatedReplicas() + " updated, " + status.availableReplicas() + " available, "
                        + status.replicas() + " in all of "
                        + deployment.spec().replicasOrDefault());
        status.conditions()
                .forEach(condition ->
                        text.condition(condition.type(), condition.status(), condition.reason(), condition.message()));
        return text.lines;
    }

    private static List<String> of(Job job) {
        var status = job.status();
        var text = new StatusText(
                job, status.active() + " active, " + status.succeeded() + " succeeded, " + status.failed() + " failed");
        status.conditions()
                .forEach(condition ->
                        text.condition(condition.type(), condition.status(), condition.reason(), condition.message()));
        return text.lines;
    }

    private static List<String> of(Node node) {
        var text = new StatusText(node, "present");
        node.status()
                .conditions()
                .forEach(condition ->
                        text.condition(condition.type(), condition.status(), condition.reason(), condition.message()));
        return text.lines;
    }

    private static List<String> of(Namespace namespace) {
        var text = new StatusText(namespace, namespace.status().phase());
        namespace
                .status()
                .conditions()
                .forEach(condition ->
                        text.condition(condition.type(), condition.status(), condition.reason(), condition.message()));
        return text.lines;
    }

    private static List<String> of(Pod pod) {
        var status = pod.status();
        var node = pod.spec().nodeName();
        var text = new StatusText(pod, status.phase() + (node.isEmpty() ? "" : " on " + node));
        status.conditions().stream()
                .filter(condition -> !condition.status().equals("True"))
                .filter(condition -> !repeats(condition, status.conditions()))
                .forEach(condition ->
                        text.condition(condition.type(), condition.status(), condition.reason(), condition.message()));
        status.initContainerStatuses().forEach(container -> text.container("init container ", container));
        status.containerStatuses().forEach(container -> text.container("container ", container));
        return text.lines;
    }

    /** Whether it says of the containers only what another condition says of the pod. */
    private static boolean repeats(PodCondition condition, List<PodCondition> all) {
        return condition.type().equals("ContainersReady")
                && all.stream()
                        .anyMatch(other -> other.type().equals("Ready")
                                && other.status().equals(condition.status())
                                && other.message().equals(condition.message()));
    }

    private void condition(String type, String status, String reason, String message) {
        lines.add(type + "=" + status + because(reason, message));
    }

    private void container(String what, ContainerStatus status) {
        var waiting = status.state().waiting();
        var terminated = status.state().terminated();
        var last = status.lastState().terminated();
        var text = new StringBuilder(what).append(status.name()).append(": ");
        if (waiting != null) {
            text.append("waiting").append(because(waiting.reason(), waiting.message()));
        } else if (terminated != null) {
            text.append("ended with exit code ")
                    .append(terminated.exitCode())
                    .append(because(terminated.reason(), terminated.message()));
        } else {
            text.append(status.ready() ? "running, ready" : "running, not ready");
        }
        if (status.restartCount() > 0) {
            text.append(
                    status.restartCount() == 1
                            ? "; restarted once"
                            : "; restarted " + status.restartCount() + " times");
        }
        if (last != null) {
            text.append("; ended before with exit code ")
                    .append(last.exitCode())
                    .append(because(last.reason(), last.message()));
        }
        lines.add(text.toString());
    }

    private static String because(String reason, String message) {
        if (reason.isEmpty()) {
            return message.isEmpty() ? "" : " (" + message + ")";
        }
        return " (" + reason + (message.isEmpty() ? "" : ": " + message) + ")";
    }
}
