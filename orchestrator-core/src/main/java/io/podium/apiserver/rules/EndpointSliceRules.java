package io.podium.apiserver.rules;

import io.podium.api.discovery.Endpoint;
import io.podium.api.discovery.EndpointHints;
import io.podium.api.discovery.EndpointPort;
import io.podium.api.discovery.EndpointSlice;
import io.podium.apiserver.validation.Addresses;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Endpoint slices. What endpoints once said of their topology is dropped. Other than in Kubernetes, loopback addresses are endpoints like any others: pods that are processes of this machine
 * have them.
 */
final class EndpointSliceRules implements KindRules<EndpointSlice> {
    private static final int MAX_ENDPOINTS = 1000;
    private static final int MAX_ADDRESSES = 100;
    private static final int MAX_PORTS = 20_000;
    private static final int MAX_HINTS = 8;
    private static final List<String> TYPES = List.of("FQDN", "IPv4", "IPv6");
    private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
    private static final Path TYPE = Path.of("addressType");
    private static final Path ENDPOINTS = Path.of("endpoints");
    private static final Path PORTS = Path.of("ports");

    @Override
    public boolean hasGeneration() {
        return true;
    }

    @Override
    public boolean changesGeneration(EndpointSlice updated, EndpointSlice old) {
        return !updated.withMetadata(old.metadata()).equals(old)
                || !updated.metadata().labels().equals(old.metadata().labels());
    }

    @Override
    public EndpointSlice defaults(EndpointSlice slice) {
        for (var port : slice.ports()) {
            if (of(port) != port) {
                return slice.withPorts(
                        slice.ports().stream().map(EndpointSliceRules::of).toList());
            }
        }
        return slice;
    }

    private static EndpointPort of(EndpointPort said) {
        var port = said.name() == null ? said.withName("") : said;
        return port.protocol() == null ? port.withProtocol("TCP") : port;
    }

    @Override
    public EndpointSlice prepareForCreate(EndpointSlice slice) {
        return slice.endpoints().stream()
                        .allMatch(endpoint -> endpoint.deprecatedTopology().isEmpty())
                ? slice
                : slice.withEndpoints(slice.endpoints().stream()
                        .map(endpoint -> endpoint.withDeprecatedTopology(Map.of()))
                        .toList());
    }

    @Override
    public EndpointSlice prepareForUpdate(EndpointSlice updated, EndpointSlice old) {
        return prepareForCreate(updated);
    }

    @Override
    public void validateCreate(EndpointSlice slice, Problems problems) {
        Checks.requiredOneOf(TYPE, slice.addressType(), TYPES, problems);
        validateEndpoints(slice, problems);
        validatePorts(slice.ports(), problems);
    }

    @Override
    public void validateUpdate(EndpointSlice updated, EndpointSlice old, Problems problems) {
        validateCreate(updated, problems);
        Checks.immutable(TYPE, updated.addressType(), old.addressType(), problems);
    }

    private static void validateEndpoints(EndpointSlice slice, Problems problems) {
        var endpoints = slice.endpoints();
        if (endpoints.size() > MAX_ENDPOINTS) {
            problems.tooMany(ENDPOINTS, endpoints.size(), MAX_ENDPOINTS);
            return;
        }
        for (int i = 0; i < endpoints.size(); i++) {
            var endpoint = endpoints.get(i);
            var path = ENDPOINTS.index(i);
            validateAddresses(endpoint.addresses(), slice.addressType(), path.child("addresses"), problems);
            validate(endpoint, path, problems);
        }
    }

    private static void validateAddresses(List<String> addresses, String type, Path path, Problems problems) {
        if (addresses.isEmpty()) {
            problems.required(path, "must contain at least 1 address");
        } else if (addresses.size() > MAX_ADDRESSES) {
            problems.tooMany(path, addresses.size(), MAX_ADDRESSES);
        }
        for (int i = 0; i < addresses.size(); i++) {
            var address = addresses.get(i);
            switch (type) {
                case "IPv4", "IPv6" -> validateIp(address, type.equals("IPv6"), path.index(i), problems);
                case "FQDN" -> validateName(address, path.index(i), problems);
                default -> {
                    // the type is wrong already
                }
            }
        }
    }

    private static void validateIp(String text, boolean v6, Path path, Problems problems) {
        var wrong = Addresses.ipProblems(text);
        if (!wrong.isEmpty()) {
            problems.invalidAll(path, text, wrong);
            return;
        }
        var address = Addresses.parse(text);
        if (address.filter(Addresses::isV6).isPresent() != v6) {
            problems.invalid(path, text, v6 ? "must be an IPv6 address" : "must be an IPv4 address");
        }
        if (!isLoopback(address)) {
            problems.invalidAll(path, text, Addresses.nonSpecialIpProblems(text));
        }
    }

    private static boolean isLoopback(Optional<InetAddress> address) {
        return address.filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static void validateName(String name, Path path, Problems problems) {
        var relative = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (relative.isEmpty()) {
            problems.required(path, "");
            return;
        }
        var wrong = Formats.dns1123Subdomain(relative);
        problems.invalidAll(path, name, wrong);
        if (wrong.isEmpty() && relative.indexOf('.') < 0) {
            problems.invalid(path, name, "should be a domain with at least two segments separated by dots");
        }
    }

    private static void validate(Endpoint endpoint, Path path, Problems problems) {
        if (endpoint.hostname() != null) {
            problems.invalidAll(path.child("hostname"), endpoint.hostname(), Formats.dns1123Label(endpoint.hostname()));
        }
        if (endpoint.nodeName() != null) {
            problems.invalidAll(
                    path.child("nodeName"), endpoint.nodeName(), Formats.dns1123Subdomain(endpoint.nodeName()));
        }
        if (endpoint.hints() != null) {
            validate(endpoint.hints(), path.child("hints"), problems);
        }
    }

    private static void validate(EndpointHints hints, Path path, Problems problems) {
        var zones = path.child("forZones");
        if (hints.forZones().size() > MAX_HINTS) {
            problems.tooMany(zones, hints.forZones().size(), MAX_HINTS);
            return;
        }
        if (hints.forNodes().size() > MAX_HINTS) {
            problems.tooMany(path.child("forNodes"), hints.forNodes().size(), MAX_HINTS);
            return;
        }
        var seen = new TreeSet<String>();
        for (int i = 0; i < hints.forZones().size(); i++) {
            var name = hints.forZones().get(i).name();
            if (!seen.add(name)) {
                problems.duplicate(zones.index(i).child("name"), name);
            }
            problems.invalidAll(zones.index(i).child("name"), name, Formats.labelValue(name));
        }
        seen.clear();
        for (int i = 0; i < hints.forNodes().size(); i++) {
            var name = hints.forNodes().get(i).name();
            var at = path.child("forNodes").index(i).child("name");
            if (!seen.add(name)) {
                problems.duplicate(at, name);
            }
            problems.invalidAll(at, name, Formats.dns1123Subdomain(name));
        }
    }

    private static void validatePorts(List<EndpointPort> ports, Problems problems) {
        if (ports.size() > MAX_PORTS) {
            problems.tooMany(PORTS, ports.size(), MAX_PORTS);
            return;
        }
        var names = new TreeSet<String>();
        for (int i = 0; i < ports.size(); i++) {
            var port = ports.get(i);
            var path = PORTS.index(i);
            var name = port.name() == null ? "" : port.name();
            if (!name.isEmpty()) {
                problems.invalidAll(path.child("name"), name, Formats.dns1123Label(name));
            }
            if (!names.add(name)) {
                problems.duplicate(path.child("name"), name);
            }
            if (port.protocol() != null && !PROTOCOLS.contains(port.protocol())) {
                problems.notSupported(path.child("protocol"), port.protocol(), PROTOCOLS);
            }
            if (port.appProtocol() != null) {
                problems.invalidAll(
                        path.child("appProtocol"), port.appProtocol(), Formats.qualifiedName(port.appProtocol()));
            }
        }
    }
}
