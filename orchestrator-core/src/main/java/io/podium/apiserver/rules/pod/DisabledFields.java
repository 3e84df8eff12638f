package io.podium.apiserver.rules.pod;

import io.podium.api.core.Container;
import io.podium.api.core.EnvVar;
import io.podium.api.core.PodSpec;
import io.podium.api.core.Volume;
import io.podium.api.core.VolumeProjection;
import java.util.List;

/** Drops the fields whose feature gates are off in Kubernetes 1.34 by default; a pod in which one is set is taken as if it were not. */
final class DisabledFields {
    private DisabledFields() {}

    /** The spec without them; the same reference if it has none. */
    static PodSpec dropped(PodSpec spec) {
        var inits = Copies.of(spec.initContainers(), DisabledFields::dropped);
        var containers = Copies.of(spec.containers(), DisabledFields::dropped);
        var volumes = Copies.of(spec.volumes(), DisabledFields::dropped);
        if (inits == spec.initContainers()
                && containers == spec.containers()
                && volumes == spec.volumes()
                && spec.hostnameOverride() == null) {
            return spec;
        }
        return spec.toBuilder()
                .initContainers(inits)
                .containers(containers)
                .volumes(volumes)
                .hostnameOverride(null)
                .build();
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
                .lifecycle(signals ? lifecycle.withStopSignal(null) : lifecycle)
                .build();
    }

    private static EnvVar dropped(EnvVar variable) {
        var source = variable.valueFrom();
        return source == null || source.fileKeyRef() == null
                ? variable
                : variable.withValueFrom(source.withFileKeyRef(null));
    }

    private static Volume dropped(Volume volume) {
        if (volume.image() != null) {
            return volume.withImage(null);
        }
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
