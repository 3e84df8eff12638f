package io.podium.runtime.host;

import io.podium.api.dispatch.RandomSource;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus.Reach;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gives each pod an address of the loopback network, machine-wide unique.
 *
 * <p>On Linux every address of 127.0.0.0/8 is this machine's without any set-up. A pod's is drawn from 127.64.0.0/10, four million of
 * them, and claimed by binding UDP port {@value #CLAIM_PORT} of it for as long as the pod lives: the operating system is the registry that
 * all clusters, JVMs and users of the machine share, and a claim ends with its JVM. Elsewhere a pod is reached through free ports of
 * 127.0.0.1, one for each port that its containers declare.
 */
public final class PodAddresses {
    /** The UDP port of a pod's address that its claim takes. */
    public static final int CLAIM_PORT = 65535;

    private static final int ATTEMPTS = 100;

    private final RandomSource random;
    private final boolean ownAddresses;

    /**
     * Addresses as this machine allows.
     *
     * @param random draws them
     */
    public PodAddresses(RandomSource random) {
        this(random, HostSystem.current() == HostSystem.LINUX);
    }

    PodAddresses(RandomSource random, boolean ownAddresses) {
        this.random = random;
        this.ownAddresses = ownAddresses;
    }

    /**
     * Whether each pod has an address of its own.
     *
     * @return false if pods are told apart by ports
     */
    public boolean ownAddresses() {
        return ownAddresses;
    }

    /**
     * Claims an address for a pod.
     *
     * @param spec the pod
     * @return its address, to be closed
     * @throws RuntimeFailure if there is none
     */
    public PodAddress claim(SandboxSpec spec) {
        if (spec.hostNetwork()) {
            return new PodAddress(new Reach.Address("127.0.0.1"), null);
        }
        if (!ownAddresses) {
            return new PodAddress(new Reach.PortMap("127.0.0.1", freePorts(spec)), null);
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var ip = "127." + (64 + random.nextInt(64)) + "." + random.nextInt(256) + "." + (1 + random.nextInt(254));
            var claim = bind(ip);
            if (claim.isPresent()) {
                return new PodAddress(new Reach.Address(ip), claim.get());
            }
        }
        throw new RuntimeFailure(
                RuntimeFailure.Code.FAILED,
                "pod " + spec.namespace() + "/" + spec.name() + ": none of " + ATTEMPTS
                        + " addresses of 127.64.0.0/10 could be claimed by binding UDP port " + CLAIM_PORT
                        + "; does this machine let programs bind loopback addresses?");
    }

    /**
     * Claims again what a pod had before its JVM ended.
     *
     * @param reach how the pod is reached
     * @return the address; unclaimed if somebody has taken it meanwhile, which the pod's programs would have noticed
     */
    public PodAddress reclaim(Reach reach) {
        return switch (reach) {
            case Reach.Address(var ip) when !ip.equals("127.0.0.1") -> new PodAddress(reach, bind(ip).orElse(null));
            case Reach.Address _unused -> new PodAddress(reach, null);
            case Reach.PortMap _unused -> new PodAddress(reach, null);
        };
    }

    private static Optional<DatagramSocket> bind(String ip) {
        try {
            return Optional.of(new DatagramSocket(new InetSocketAddress(ip, CLAIM_PORT)));
        } catch (SocketException e) {
            return Optional.empty();
        }
    }

    private static Map<Integer, Integer> freePorts(SandboxSpec spec) {
        var ports = new TreeMap<Integer, Integer>();
        for (var port : spec.ports()) {
            ports.put(port.containerPort(), freePort());
        }
        return ports;
    }

    /** The system does not hand out the same ephemeral port again soon, so it is still free when the program binds it. */
    private static int freePort() {
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw PodAddress.exhausted(e);
        }
    }
}
