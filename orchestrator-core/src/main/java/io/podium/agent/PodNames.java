package io.podium.agent;

import io.podium.api.core.Pod;

/** How Kubernetes writes a pod in messages. */
final class PodNames {
    private PodNames() {}

    /** For example {@code web-1_default(6f0c…)}. */
    static String full(Pod pod) {
        return pod.name() + "_" + pod.namespace() + "(" + pod.uid() + ")";
    }
}
