package io.podium.runtime.process;

import io.podium.api.runtime.ContainerSpec;
import io.podium.api.runtime.RuntimeFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Processes run as the user of this JVM; another one is refused. */
final class ProcessUsers {
    private ProcessUsers() {}

    static void requireOwn(ContainerSpec spec) {
        var user = spec.user();
        if (user == null) {
            return;
        }
        var own = ownUid();
        if (own.isEmpty() || own.get() != user.uid()) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.UNSUPPORTED,
                    "container " + spec.name() + ": the process runtime runs programs as its own user "
                            + own.map(String::valueOf).orElse(System.getProperty("user.name", "?")) + ", not as user "
                            + user.uid()
                            + "; leave out runAsUser");
        }
    }

    private static Optional<Long> ownUid() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Number uid
                    ? Optional.of(uid.longValue())
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
