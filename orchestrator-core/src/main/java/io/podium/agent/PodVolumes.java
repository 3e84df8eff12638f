package io.podium.agent;

import io.podium.api.core.Container;
import io.podium.api.core.Pod;
import io.podium.api.runtime.ContainerSpec;
import java.util.List;

final class PodVolumes {
    private final Site site;
    private final PodWorker worker;
    PodVolumes(Site site, PodWorker worker) {
        this.site = site;
        this.worker = worker;
    }
    boolean mount(Pod pod) {
        return site != null && worker != null;
    }
    List<ContainerSpec.Mount> mounts(Pod pod, Container container, Environment environment) throws ConfigFailure {
        return List.of();
    }
}
