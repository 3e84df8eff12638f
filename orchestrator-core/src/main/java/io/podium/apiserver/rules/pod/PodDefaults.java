package io.podium.apiserver.rules.pod;

import io.podium.api.core.PodSecurityContext;
import io.podium.api.core.PodSecurityContextBuilder;
import io.podium.api.core.PodSpec;
import org.jspecify.annotations.Nullable;

/** Defaults of pod specs, in templates and in pods. */
final class PodDefaults {
    private static final long GRACE_SECONDS = 30;
    private static final PodSecurityContext NO_CONTEXT = new PodSecurityContextBuilder().build();

    private PodDefaults() {}

    /** What is filled in wherever there is a pod spec. */
    static PodSpec ofTemplate(PodSpec spec) {
        return basics(lists(spec));
    }

    /** What is filled in in a pod. */
    static PodSpec ofPod(PodSpec spec) {
        var defaulted = withRequests(ofTemplate(spec));
        if (defaulted.enableServiceLinks() == null) {
            defaulted = defaulted.withEnableServiceLinks(true);
        }
        return defaulted.hostNetwork() ? onHostPorts(defaulted) : defaulted;
    }

    private static PodSpec basics(PodSpec spec) {
        var account = spec.serviceAccountName().isEmpty() ? spec.serviceAccount() : spec.serviceAccountName();
        if (!spec.restartPolicy().isEmpty()
                && !spec.dnsPolicy().isEmpty()
                && !spec.schedulerName().isEmpty()
                && spec.securityContext() != null
                && spec.terminationGracePeriodSeconds() != null
                && account.equals(spec.serviceAccount())
                && account.equals(spec.serviceAccountName())) {
            return spec;
        }
        return spec.toBuilder()
                .restartPolicy(orDefault(spec.restartPolicy(), "Always"))
                .dnsPolicy(orDefault(spec.dnsPolicy(), "ClusterFirst"))
                .schedulerName(orDefault(spec.schedulerName(), "default-scheduler"))
                .securityContext(orDefault(spec.securityContext(), NO_CONTEXT))
                .terminationGracePeriodSeconds(orDefault(spec.terminationGracePeriodSeconds(), GRACE_SECONDS))
                .serviceAccount(account)
                .serviceAccountName(account)
                .build();
    }

    private static PodSpec lists(PodSpec spec) {
        var volumes = Copies.of(spec.volumes(), VolumeDefaults::of);
        var inits = Copies.of(spec.initContainers(), ContainerDefaults::of);
        var containers = Copies.of(spec.containers(), ContainerDefaults::of);
        var ephemeral = Copies.of(spec.ephemeralContainers(), ContainerDefaults::ephemeral);
        var overhead = ContainerDefaults.rounded(spec.overhead());
        var resources = spec.resources() == null ? null : ContainerDefaults.rounded(spec.resources());
        if (volumes == spec.volumes()
                && inits == spec.initContainers()
                && containers == spec.containers()
                && ephemeral == spec.ephemeralContainers()
                && overhead == spec.overhead()
                && resources == spec.resources()) {
            return spec;
        }
        return spec.toBuilder()
                .volumes(volumes)
                .initContainers(inits)
                .containers(containers)
                .ephemeralContainers(ephemeral)
                .overhead(overhead)
                .resources(resources)
                .build();
    }

    private static PodSpec withRequests(PodSpec spec) {
        var containers = Copies.of(spec.containers(), ContainerDefaults::requestingItsLimits);
        var inits = Copies.of(spec.initContainers(), ContainerDefaults::requestingItsLimits);
        var requesting = containers == spec.containers() && inits == spec.initContainers()
                ? spec
                : spec.withContainers(containers).withInitContainers(inits);
        return requesting.resources() == null ? requesting : PodResources.withDefaults(requesting);
    }

    private static PodSpec onHostPorts(PodSpec spec) {
        var containers = Copies.of(spec.containers(), ContainerDefaults::onHostPorts);
        var inits = Copies.of(spec.initContainers(), ContainerDefaults::onHostPorts);
        return containers == spec.containers() && inits == spec.initContainers()
                ? spec
                : spec.withContainers(containers).withInitContainers(inits);
    }

    private static String orDefault(String value, String otherwise) {
        return value.isEmpty() ? otherwise : value;
    }

    private static <V> V orDefault(@Nullable V value, V otherwise) {
        return value == null ? otherwise : value;
    }
}
