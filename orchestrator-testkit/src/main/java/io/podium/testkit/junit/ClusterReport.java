package io.podium.testkit.junit;

import io.podium.api.Cluster;
import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.batch.Job;
import io.podium.api.client.ListOptions;
import io.podium.api.core.Event;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.Service;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.runtime.LogOptions;
import io.podium.codec.YamlWriter;
import java.util.Comparator;
import java.util.List;

/** What is in a cluster, for whoever reads why a test failed: objects as YAML, Events a line each, and what containers wrote. */
final class ClusterReport {
    private static final int LOG_CHARACTERS = 4_000;
    private static final List<Kind<?>> KINDS =
            List.of(Node.KIND, Deployment.KIND, ReplicaSet.KIND, Job.KIND, Service.KIND, Pod.KIND);

    private final Cluster cluster;
    private final StringBuilder text = new StringBuilder();

    ClusterReport(Cluster cluster) {
        this.cluster = cluster;
    }

    String text() {
        KINDS.forEach(this::objects);
        text.append("--- Events\n");
        list(Event.KIND).stream()
                .sorted(Comparator.comparingLong(
                        event -> Long.parseLong(event.metadata().resourceVersion())))
                .forEach(this::event);
        list(Pod.KIND).forEach(this::logs);
        return text.toString();
    }

    private <T extends ApiObject<T>> List<T> list(Kind<T> kind) {
        return cluster.client().list(kind, "", ListOptions.ALL).items();
    }

    private <T extends ApiObject<T>> void objects(Kind<T> kind) {
        for (var object : list(kind)) {
            text.append("--- ")
                    .append(kind.name())
                    .append(' ')
                    .append(object.key())
                    .append('\n');
            text.append(YamlWriter.write(object));
        }
    }

    private void event(Event event) {
        text.append(event.type())
                .append(' ')
                .append(event.reason())
                .append(' ')
                .append(event.involvedObject().kind())
                .append('/')
                .append(event.involvedObject().name())
                .append(": ")
                .append(event.message())
                .append('\n');
    }

    private void logs(Pod pod) {
        for (var container : pod.spec().containers()) {
            text.append("--- log of ")
                    .append(pod.key())
                    .append(' ')
                    .append(container.name())
                    .append('\n');
            text.append(log(pod, container.name())).append('\n');
        }
    }

    private String log(Pod pod, String container) {
        try {
            var log = cluster.pod(pod.key()).logs(container, LogOptions.ALL);
            return log.substring(Math.max(0, log.length() - LOG_CHARACTERS));
        } catch (RuntimeException e) {
            return "none: " + e.getMessage();
        }
    }
}
