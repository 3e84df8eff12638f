package io.podium.testkit.conformance;

import io.podium.api.runtime.ContainerSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies of a container's spec with one part replaced. */
final class SpecChanges {
    private SpecChanges() {}

    static ContainerSpec image(ContainerSpec spec, String image) {
        return copy(spec, image, spec.attempt(), spec.env(), spec.mounts(), spec.limits(), spec.user());
    }

    static ContainerSpec attempt(ContainerSpec spec, int attempt) {
        return copy(spec, spec.image(), attempt, spec.env(), spec.mounts(), spec.limits(), spec.user());
    }

    static ContainerSpec env(ContainerSpec spec, String name, String value) {
        var env = List.of(new ContainerSpec.Variable(name, value));
        return copy(spec, spec.image(), spec.attempt(), env, spec.mounts(), spec.limits(), spec.user());
    }

    static ContainerSpec mount(ContainerSpec spec, ContainerSpec.Mount mount) {
        return copy(spec, spec.image(), spec.attempt(), spec.env(), List.of(mount), spec.limits(), spec.user());
    }

    static ContainerSpec limits(ContainerSpec spec, ContainerSpec.Limits limits) {
        return copy(spec, spec.image(), spec.attempt(), spec.env(), spec.mounts(), limits, spec.user());
    }

    static ContainerSpec user(ContainerSpec spec, long uid) {
        var user = new ContainerSpec.User(uid, null);
        return copy(spec, spec.image(), spec.attempt(), spec.env(), spec.mounts(), spec.limits(), user);
    }

    private static ContainerSpec copy(
            ContainerSpec spec,
            String image,
            int attempt,
            List<ContainerSpec.Variable> env,
            List<ContainerSpec.Mount> mounts,
            ContainerSpec.Limits limits,
            ContainerSpec.@Nullable User user) {
        return new ContainerSpec(
                spec.name(),
                attempt,
                image,
                spec.command(),
                spec.args(),
                spec.workingDir(),
                env,
                mounts,
                limits,
                user,
                spec.logPath(),
                spec.terminationMessage(),
                spec.terminationMessagePath(),
                spec.stdin(),
                spec.tty(),
                spec.labels());
    }
}
