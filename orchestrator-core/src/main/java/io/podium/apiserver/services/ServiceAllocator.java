package io.podium.apiserver.services;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.admission.Attributes;
import io.podium.api.core.Service;
import io.podium.api.core.ServicePort;
import io.podium.api.core.ServiceSpec;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ObjectKey;
import io.podium.apiserver.admission.Allocator;
import io.podium.apiserver.rules.ServiceIpRules;
import io.podium.apiserver.rules.ServiceTraits;
import io.podium.apiserver.validation.Addresses;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Gives Services their cluster IPs and node ports: those they ask for if nobody has them, others by chance.
 *
 * <p>What is in use is learned from the stored Services when the first one is written, and remembered from then on; a dry run reserves
 * nothing.
 */
public final class ServiceAllocator implements Allocator<Service> {
    private static final int TRIES = 64;
    private static final Path SPEC = Path.of("spec");
    private static final Path CLUSTER_IPS = SPEC.child("clusterIPs");

    private final ServiceNetwork network;
    private final Dispatcher dispatcher;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private @Nullable Taken taken;

    /** What Services have. */
    private record Taken(Reservations<String> addresses, Reservations<Integer> ports) {}

    /** One write. */
    private record Write(ObjectKey key, boolean dryRun, Taken taken, Problems problems) {}

    /**
     * An allocator that knows of no Service yet.
     *
     * @param network the addresses and ports that there are
     * @param dispatcher gives time and randomness
     */
    public ServiceAllocator(ServiceNetwork network, Dispatcher dispatcher) {
        this.network = network;
        this.dispatcher = dispatcher;
    }

    @Override
    public Service allocated(Service service, Attributes<Service> attributes, Problems problems) {
        ServiceIpRules.validate(service.spec(), problems);
        var spec = problems.isEmpty() ? IpFamilies.of(service.spec(), problems) : service.spec();
        if (!problems.isEmpty()) {
            return service;
        }
        lock.lock();
        try {
            var write = new Write(service.key(), attributes.dryRun(), known(attributes.objects()), problems);
            spec = withHealthCheckPort(withNodePorts(withAddress(spec, write), write), write);
        } finally {
            lock.unlock();
        }
        return spec == service.spec() ? service : service.withSpec(spec);
    }

    @GuardedBy("lock")
    private Taken known(Attributes.Objects objects) {
        var present = taken;
        if (present != null) {
            return present;
        }
        var addresses = new Reservations<String>((key, address) -> objects.find(Service.KIND, key)
                .filter(service -> addresses(service.spec()).contains(address))
                .isPresent());
        var ports = new Reservations<Integer>((key, port) -> objects.find(Service.KIND, key)
                .filter(service -> ports(service.spec()).contains(port))
                .isPresent());
        for (var service : objects.list(Service.KIND, "")) {
            addresses(service.spec()).forEach(address -> addresses.note(address, service.key()));
            ports(service.spec()).forEach(port -> ports.note(port, service.key()));
        }
        var known = new Taken(addresses, ports);
        taken = known;
        return known;
    }

    private ServiceSpec withAddress(ServiceSpec spec, Write write) {
        if (!ServiceTraits.needsClusterIp(spec) || ServiceTraits.isHeadless(spec)) {
            return spec;
        }
        if (spec.clusterIPs().isEmpty()) {
            var address = freeAddress(write);
            return address.isEmpty() ? spec : spec.withClusterIP(address).withClusterIPs(List.of(address));
        }
        takeAddress(spec.clusterIPs(), write);
        return spec;
    }

    private String freeAddress(Write write) {
        int reserved = network.reserved();
        var free = freeAddress(reserved, network.size() - 1, write);
        if (free.isEmpty()) {
            free = freeAddress(1, reserved, write);
        }
        if (free.isEmpty()) {
            write.problems.invalid(CLUSTER_IPS, List.of(), "failed to allocate an IP: range is full");
        }
        return free;
    }

    /** Tries a few by chance, then all in order. */
    private String freeAddress(int from, int to, Write write) {
        for (int i = 0; i < TRIES; i++) {
            var drawn = network.address(from + dispatcher.random().nextInt(to - from));
            if (tookAddress(drawn, write)) {
                return drawn;
            }
        }
        for (int offset = from; offset < to; offset++) {
            var next = network.address(offset);
            if (tookAddress(next, write)) {
                return next;
            }
        }
        return "";
    }

    private void takeAddress(List<String> wanted, Write write) {
        var parsed = Addresses.parse(wanted.getFirst());
        if (parsed.isEmpty()) {
            return; // validation tells
        }
        var address = ServiceNetwork.canonical(parsed.get());
        if (!network.contains(parsed.get())) {
            write.problems.invalid(
                    CLUSTER_IPS,
                    wanted,
                    "failed to allocate IP " + address
                            + ": the provided IP is not in the valid range. The range of valid IPs is "
                            + network.address(1) + " to " + network.address(network.size() - 2));
        } else if (!tookAddress(address, write)) {
            write.problems.invalid(
                    CLUSTER_IPS, wanted, "failed to allocate IP " + address + ": provided IP is already allocated");
        }
    }

    private boolean tookAddress(String address, Write write) {
        return took(write.taken.addresses, address, write);
    }

    private ServiceSpec withNodePorts(ServiceSpec spec, Write write) {
        if (!ServiceTraits.needsNodePorts(spec)) {
            return spec;
        }
        var ports = new ArrayList<ServicePort>(spec.ports().size());
        for (int i = 0; i < spec.ports().size(); i++) {
            var port = spec.ports().get(i);
            if (port.nodePort() == 0) {
                ports.add(port.withNodePort(freePort(port, ports, write)));
            } else {
                takePort(SPEC.child("ports").index(i).child("nodePort"), port.nodePort(), write);
                ports.add(port);
            }
        }
        return ports.equals(spec.ports()) ? spec : spec.withPorts(ports);
    }

    /** The node port that the same port has for another protocol, or any free one. */
    private int freePort(ServicePort port, List<ServicePort> before, Write write) {
        for (var other : before) {
            if (other.port() == port.port() && !other.protocol().equals(port.protocol())) {
                return other.nodePort();
            }
        }
        return freePort(write);
    }

    private int freePort(Write write) {
        int from = dispatcher.random().nextInt(network.ports());
        for (int i = 0; i < network.ports(); i++) {
            int port = network.firstPort() + (from + i) % network.ports();
            if (took(write.taken.ports, port, write)) {
                return port;
            }
        }
        write.problems.invalid(SPEC.child("ports"), List.of(), "failed to allocate a nodePort: range is full");
        return 0;
    }

    private void takePort(Path path, int port, Write write) {
        if (!network.containsPort(port) && !write.dryRun) { // Kubernetes' dry run does not ask for the range
            write.problems.invalid(
                    path,
                    port,
                    "provided port is not in the valid range. The range of valid ports is " + network.firstPort() + "-"
                            + (network.firstPort() + network.ports() - 1));
        } else if (!took(write.taken.ports, port, write)) {
            write.problems.invalid(path, port, "provided port is already allocated");
        }
    }

    private ServiceSpec withHealthCheckPort(ServiceSpec spec, Write write) {
        if (!ServiceTraits.needsHealthCheckPort(spec)) {
            return spec;
        }
        if (spec.healthCheckNodePort() == 0) {
            return spec.withHealthCheckNodePort(freePort(write));
        }
        takePort(SPEC.child("healthCheckNodePort"), spec.healthCheckNodePort(), write);
        return spec;
    }

    private <K extends Comparable<K>> boolean took(Reservations<K> reservations, K wanted, Write write) {
        var now = dispatcher.now();
        boolean free = reservations.isFree(wanted, write.key, now);
        if (free && !write.dryRun) {
            reservations.take(wanted, write.key, now);
        }
        return free;
    }

    private static List<String> addresses(ServiceSpec spec) {
        return spec.clusterIPs().stream()
                .flatMap(ip -> Addresses.parse(ip).stream())
                .map(ServiceNetwork::canonical)
                .toList();
    }

    private static List<Integer> ports(ServiceSpec spec) {
        var ports = new ArrayList<Integer>();
        spec.ports().forEach(port -> ports.add(port.nodePort()));
        ports.add(spec.healthCheckNodePort());
        ports.removeIf(port -> port == 0);
        return ports;
    }
}
