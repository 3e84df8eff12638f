package io.podium.agent;

import io.podium.api.client.Client;
import io.podium.api.client.ListOptions;
import io.podium.api.core.Pod;
import io.podium.api.core.Service;
import io.podium.api.core.ServicePort;
import io.podium.api.meta.ObjectKey;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The variables by which containers find services without DNS, as Kubernetes and Docker's links name them. */
final class ServiceVariables {
    private ServiceVariables() {}

    static Map<String, String> of(Pod pod, Client client) {
        var variables = new TreeMap<String, String>();
        if (pod.spec().enableServiceLinksOrDefault()) {
            for (var service :
                    client.list(Service.KIND, pod.namespace(), ListOptions.ALL).items()) {
                add(service, variables);
            }
        }
        client.find(Service.KIND, ObjectKey.of("default", "kubernetes")).ifPresent(master -> add(master, variables));
        return variables;
    }

    private static void add(Service service, Map<String, String> variables) {
        var ip = service.spec().clusterIP();
        var ports = service.spec().ports();
        if (ip.isEmpty() || ip.equals("None") || ports.isEmpty()) {
            return;
        }
        var prefix = variableName(service.name());
        variables.put(prefix + "_SERVICE_HOST", ip);
        variables.put(
                prefix + "_SERVICE_PORT", Integer.toString(ports.getFirst().port()));
        for (var port : ports) {
            if (!port.name().isEmpty()) {
                variables.put(prefix + "_SERVICE_PORT_" + variableName(port.name()), Integer.toString(port.port()));
            }
        }
        variables.put(prefix + "_PORT", url(ip, ports.getFirst()));
        for (var port : ports) {
            var link = prefix + "_PORT_" + port.port() + "_" + protocol(port).toUpperCase(Locale.ROOT);
            variables.put(link, url(ip, port));
            variables.put(link + "_PROTO", protocol(port));
            variables.put(link + "_PORT", Integer.toString(port.port()));
            variables.put(link + "_ADDR", ip);
        }
    }

    private static String url(String ip, ServicePort port) {
        return protocol(port) + "://" + (ip.contains(":") ? "[" + ip + "]" : ip) + ":" + port.port();
    }

    private static String protocol(ServicePort port) {
        return port.protocol().isEmpty() ? "tcp" : port.protocol().toLowerCase(Locale.ROOT);
    }

    private static String variableName(String name) {
        return name.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
