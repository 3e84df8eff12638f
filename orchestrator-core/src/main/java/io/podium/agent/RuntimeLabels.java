package io.podium.agent;

import io.podium.api.core.Container;
import io.podium.api.core.Pod;
import io.podium.api.meta.Sorted;
import java.util.Map;

/** The labels by which sandboxes and containers are found again. Runtimes that forget everything with their JVM get none. */
final class RuntimeLabels {
    static final String CLUSTER = "io.podium.cluster";
    static final String NODE = "io.podium.node";
    static final String UID = "io.kubernetes.pod.uid";
    static final String CONTAINER = "io.kubernetes.container.name";
    static final String RESTARTS = "io.kubernetes.container.restartCount";
    static final String HASH = "io.kubernetes.container.hash";
    private static final String NAMESPACE = "io.kubernetes.pod.namespace";
    private static final String NAME = "io.kubernetes.pod.name";

    private RuntimeLabels() {}

    static Map<String, String> ofSandbox(Site site, Pod pod) {
        if (site.instant()) {
            return Sorted.empty();
        }
        return Sorted.<String>builder()
                .put(CLUSTER, site.settings().cluster())
                .put(NODE, site.settings().node())
                .put(NAMESPACE, pod.namespace())
                .put(NAME, pod.name())
                .put(UID, pod.uid())
                .build();
    }

    static Map<String, String> ofContainer(Site site, Pod pod, Container container, int restarts) {
        if (site.instant()) {
            return Sorted.empty();
        }
        return Sorted.<String>builder()
                .put(CLUSTER, site.settings().cluster())
                .put(NODE, site.settings().node())
                .put(NAMESPACE, pod.namespace())
                .put(NAME, pod.name())
                .put(UID, pod.uid())
                .put(CONTAINER, container.name())
                .put(RESTARTS, Integer.toString(restarts))
                .put(HASH, hash(container))
                .build();
    }

    /** What a change of which restarts a container: its name and image, as in Kubernetes. */
    static String hash(Container container) {
        return Integer.toHexString((container.name() + "\0" + container.image()).hashCode());
    }
}
