package io.podium.api.runtime;

import io.podium.api.meta.Sorted;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a sandbox is.
 *
 * @param id its id
 * @param ready whether containers can run in it
 * @param createdAt when it was made
 * @param reach how the pod is reached
 * @param labels what its spec said
 */
public record SandboxStatus(String id, boolean ready, Instant createdAt, Reach reach, Map<String, String> labels) {

    /** Copies the labels. */
    public SandboxStatus {
        labels = Sorted.copyOf(labels);
    }

    /** How a pod is reached. */
    public sealed interface Reach {
        /**
         * At an address of its own, or the node's.
         *
         * @param ip an IP address
         */
        record Address(String ip) implements Reach {}

        /**
         * At ports of the machine, because the pod cannot be dialled.
         *
         * @param ip the machine's address
         * @param hostPorts the port of the machine for each port of a container
         */
        record PortMap(String ip, Map<Integer, Integer> hostPorts) implements Reach {
            /** Copies the map in the order of ports. */
            public PortMap {
                hostPorts = Collections.unmodifiableMap(new TreeMap<>(hostPorts));
            }
        }
    }
}
