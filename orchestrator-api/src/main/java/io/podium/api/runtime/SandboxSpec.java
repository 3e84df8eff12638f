package io.podium.api.runtime;

import io.podium.api.meta.Sorted;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a sandbox is for.
 *
 * @param namespace the pod's namespace
 * @param name the pod's name
 * @param uid the pod's uid
 * @param attempt how many sandboxes the pod has had before
 * @param hostname the host name that containers see
 * @param hostNetwork whether the pod uses the node's own network
 * @param ports the ports that containers declare
 * @param root the pod's directory on this machine: volumes, logs and termination messages are below it
 * @param labels what identifies it after a restart: cluster, node, namespace, name, uid, attempt, spec hash
 */
public record SandboxSpec(
        String namespace,
        String name,
        String uid,
        int attempt,
        String hostname,
        boolean hostNetwork,
        List<Port> ports,
        Path root,
        Map<String, String> labels) {

    /** Copies list and map. */
    public SandboxSpec {
        ports = List.copyOf(ports);
        labels = Sorted.copyOf(labels);
    }

    /**
     * A port that a container listens on.
     *
     * @param containerPort the port in the pod, from 1 to 65535
     * @param hostPort the port of the node that leads to it, 0 for none
     * @param protocol {@code TCP}, {@code UDP} or {@code SCTP}
     */
    public record Port(int containerPort, int hostPort, String protocol) {}
}
