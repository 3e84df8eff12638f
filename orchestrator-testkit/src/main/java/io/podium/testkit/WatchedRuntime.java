package io.podium.testkit;

import io.podium.api.runtime.ContainerRuntime;
import io.podium.api.runtime.ForwardingRuntime;
import io.podium.api.runtime.ProbeAnswer;
import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus;
import io.podium.testkit.invariant.OneRuntimePerPod;
import java.util.Optional;

/** A container runtime that tells which pods it ran, and how often their containers were probed. */
final class WatchedRuntime extends ForwardingRuntime {
    private final String node;
    private final OneRuntimePerPod pods;
    private final ProbeCount probes;

    WatchedRuntime(ContainerRuntime runtime, String node, OneRuntimePerPod pods, ProbeCount probes) {
        super(runtime);
        this.node = node;
        this.pods = pods;
        this.probes = probes;
    }

    @Override
    public SandboxStatus createSandbox(SandboxSpec spec) {
        pods.madeSandbox(spec.uid(), node);
        return super.createSandbox(spec);
    }

    @Override
    public Optional<ProbeAnswer> answer(String containerId, String probe) {
        var answer = super.answer(containerId, probe);
        if (answer.isPresent() && !answer.get().equals(ProbeAnswer.ALWAYS)) {
            probes.add();
        }
        return answer;
    }
}
