package io.podium.runtime.simulated;

import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A pod that is not there. Guarded by its runtime's lock. */
final class SimulatedSandbox {
    final String id;
    final String uid;
    final int address;
    final List<SimulatedContainer> containers = new ArrayList<>(1);
    private final String namespace;
    private final String name;
    private final Map<String, String> labels;
    private final Instant createdAt;
    private final boolean hostNetwork;
    boolean ready = true;
    int made;

    SimulatedSandbox(String id, SandboxSpec spec, int address, Instant createdAt) {
        this.id = id;
        this.uid = spec.uid();
        this.namespace = spec.namespace();
        this.name = spec.name();
        this.labels = spec.labels();
        this.hostNetwork = spec.hostNetwork();
        this.address = address;
        this.createdAt = createdAt;
    }

    String ip() {
        return hostNetwork ? "127.0.0.1" : SimulatedNetwork.address(address);
    }

    SandboxStatus status() {
        return new SandboxStatus(id, ready, createdAt, new SandboxStatus.Reach.Address(ip()), labels);
    }

    /** What is known of the pod later on, for the script. */
    SandboxSpec spec(java.nio.file.Path root) {
        return new SandboxSpec(namespace, name, uid, 0, name, hostNetwork, List.of(), root, labels);
    }
}
