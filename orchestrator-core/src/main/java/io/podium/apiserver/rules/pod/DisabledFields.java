package io.podium.apiserver.rules.pod;

import io.podium.api.core.Container;
import io.podium.api.core.EnvVar;
import io.podium.api.core.EphemeralContainer;
import io.podium.api.core.PodSpec;
import io.podium.api.core.Volume;
import io.podium.api.core.VolumeProjection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Drops the fields whose feature gates are off in Kubernetes 1.34 by default; a pod in which one is set is taken as if it were not. */
final class DisabledFields {
    private DisabledFields() {}

    /** The spec without them; the same reference if it has none. */
    static PodSpec dropped(PodSpec given) {
        var spec = withoutImageVolumes(given);
        var inits = Copies.of(spec.initContainers(), DisabledFields::init);
        var containers = Copies.of(spec.containers(), DisabledFields::regular);
        var ephemeral = Copies.of(spec.ephemeralContainers(), DisabledFields::ephemeral);
        var volumes = Copies.of(spec.volumes(), DisabledFields::dropped);
        if (inits == spec.initContainers()
                && containers == spec.containers()
                && ephemeral == spec.ephemeralContainers()
                && volumes == spec.volumes()
                && spec.hostnameOverride() == null) {
            return spec;
        }
        return spec.toBuilder()
                .initContainers(inits)
                .containers(containers)
                .ephemeralContainers(ephemeral)
                .volumes(volumes)
                .hostnameOverride(null)
                .build();
    }

    private static Container init(Container container) {
        var dropped = dropped(container);
        var policy = dropped.restartPolicy();
        return policy == null || policy.equals("Always") ? dropped : dropped.withRestartPolicy(null);
    }

    private static Container regular(Container container) {
        var dropped = dropped(container);
        return dropped.restartPolicy() == null ? dropped : dropped.withRestartPolicy(null);
    }

    private static EphemeralContainer ephemeral(EphemeralContainer container) {
        return container.restartPolicy() == null
                        && container.restartPolicyRules().isEmpty()
                ? container
                : container.withRestartPolicy(null).withRestartPolicyRules(List.of());
    }

    private static Container dropped(Container container) {
        var env = Copies.of(container.env(), DisabledFields::dropped);
        var lifecycle = container.lifecycle();
        boolean signals = lifecycle != null && lifecycle.stopSignal() != null;
        if (env == container.env() && container.restartPolicyRules().isEmpty() && !signals) {
            return container;
        }
        return container.toBuilder()
                .env(env)
                .restartPolicyRules(List.of())
                .lifecycle(lifecycle == null ? null : lifecycle.withStopSignal(null))
                .build();
    }

    /** Volumes of images go, and whatever mounts them. */
    private static PodSpec withoutImageVolumes(PodSpec spec) {
        if (!hasImages(spec.volumes())) {
            return spec;
        }
        var names = new TreeSet<String>();
        spec.volumes().stream().filter(each -> each.image() != null).forEach(each -> names.add(each.name()));
        return spec.toBuilder()
                .volumes(spec.volumes().stream()
                        .filter(each -> each.image() == null)
                        .toList())
                .initContainers(Copies.of(spec.initContainers(), each -> without(each, names)))
                .containers(Copies.of(spec.containers(), each -> without(each, names)))
                .build();
    }

    private static boolean hasImages(List<Volume> volumes) {
        for (int i = 0; i < volumes.size(); i++) {
            if (volumes.get(i).image() != null) {
                return true;
            }
        }
        return false;
    }

    private static Container without(Container container, Set<String> volumes) {
        return container.withVolumeMounts(container.volumeMounts().stream()
                .filter(mount -> !volumes.contains(mount.name()))
                .toList());
    }

    private static EnvVar dropped(EnvVar variable) {
        var source = variable.valueFrom();
        return source == null || source.fileKeyRef() == null
                ? variable
                : variable.withValueFrom(source.withFileKeyRef(null));
    }

    private static Volume dropped(Volume volume) {
        var projected = volume.projected();
        if (projected == null) {
            return volume;
        }
        var sources = Copies.of(projected.sources(), DisabledFields::dropped);
        return sources == projected.sources() ? volume : volume.withProjected(projected.withSources(sources));
    }

    private static VolumeProjection dropped(VolumeProjection source) {
        return source.clusterTrustBundle() == null && source.podCertificate() == null
                ? source
                : source.withClusterTrustBundle(null).withPodCertificate(null);
    }
}
