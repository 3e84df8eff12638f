package io.podium.runtime.host;

import io.podium.api.runtime.SandboxStatus.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import org.jspecify.annotations.Nullable;

/** How one pod is reached, claimed until it is closed. */
public final class PodAddress implements AutoCloseable {
    private final Reach reach;
    private final @Nullable DatagramSocket claim;

    PodAddress(Reach reach, @Nullable DatagramSocket claim) {
        this.reach = reach;
        this.claim = claim;
    }

    /**
     * How the pod is reached.
     *
     * @return an address of its own, or a map of ports
     */
    public Reach reach() {
        return reach;
    }

    /**
     * The address on which the pod's programs listen.
     *
     * @return an IP address of this machine
     */
    public String ip() {
        return switch (reach) {
            case Reach.Address address -> address.ip();
            case Reach.PortMap map -> map.ip();
        };
    }

    /**
     * The port of this machine on which a pod's program listens in place of a container's port.
     *
     * @param containerPort the port as the pod's spec says it
     * @return the same where the pod has an address of its own
     */
    public int port(int containerPort) {
        return switch (reach) {
            case Reach.Address address -> containerPort;
            case Reach.PortMap map -> map.hostPorts().getOrDefault(containerPort, containerPort);
        };
    }

    /** Gives the address back. Closing again does nothing. */
    @Override
    public void close() {
        if (claim != null) {
            claim.close();
        }
    }

    static UncheckedIOException exhausted(IOException cause) {
        return new UncheckedIOException("no free port on 127.0.0.1 for a pod", cause);
    }
}
