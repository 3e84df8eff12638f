package io.podium.apiserver.rules.pod;

import io.podium.apiserver.validation.Formats;
import java.util.List;

/** What the name of a resource says about it. */
final class ResourceNames {
    static final String HUGE_PAGES = "hugepages-";
    private static final List<String> OF_QUOTAS = List.of(
            "configmaps",
            "limits.cpu",
            "limits.ephemeral-storage",
            "limits.memory",
            "persistentvolumeclaims",
            "pods",
            "replicationcontrollers",
            "requests.cpu",
            "requests.ephemeral-storage",
            "requests.memory",
            "requests.storage",
            "resourcequotas",
            "secrets",
            "services",
            "services.loadbalancers",
            "services.nodeports",
            "storage");

    private ResourceNames() {}

    static boolean isHugePages(String name) {
        return name.startsWith(HUGE_PAGES);
    }

    static boolean isStandardOfContainers(String name) {
        return name.equals("cpu") || name.equals("memory") || name.equals("ephemeral-storage") || isHugePages(name);
    }

    /** Whether Kubernetes itself accounts for the resource. */
    static boolean isNative(String name) {
        return name.indexOf('/') < 0 || name.contains("kubernetes.io/");
    }

    /** Whether the resource is one that plugins of nodes bring. */
    static boolean isExtended(String name) {
        return !isNative(name)
                && !name.startsWith("requests.")
                && Formats.qualifiedName("requests." + name).isEmpty();
    }

    /** Whether more of the resource may be allowed than is requested. */
    static boolean mayBeOvercommitted(String name) {
        return isNative(name) && !isHugePages(name);
    }

    /** Whether a whole pod may request the resource. */
    static boolean isOfPods(String name) {
        return name.equals("cpu") || name.equals("memory") || isHugePages(name);
    }

    /** Whether Kubernetes knows the resource, of containers or of quotas, or leaves it to who qualified the name. */
    static boolean isStandard(String name) {
        return name.indexOf('/') >= 0
                || isStandardOfContainers(name)
                || OF_QUOTAS.contains(name)
                || name.startsWith("requests." + HUGE_PAGES);
    }
}
