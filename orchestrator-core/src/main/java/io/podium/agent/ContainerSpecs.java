package io.podium.agent;

import io.podium.api.core.Container;
import io.podium.api.core.Pod;
import io.podium.api.runtime.ContainerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a container runs: the pod's words, with everything looked up and replaced. */
final class ContainerSpecs {
    private static final long LEAST_SHARES = 2;
    private static final long SHARES_PER_CPU = 1024;

    private final PodWorker worker;
    private final Site site;

    ContainerSpecs(PodWorker worker) {
        this.worker = worker;
        this.site = worker.site();
    }

    ContainerSpec of(ContainerSlot slot, int attempt) throws ConfigFailure {
        var pod = worker.pod();
        var container = slot.container();
        var environment = Environment.of(pod, container, worker.run(), site);
        var user = user(pod, container);
        var files = new PodFiles(site);
        var log = files.log(pod, slot.name(), attempt);
        var message = files.terminationMessage(pod, slot.name(), attempt);
        if (!site.instant()) {
            makePlaces(log, message);
        }
        return new ContainerSpec(
                slot.name(),
                attempt,
                container.image(),
                environment.expand(container.command()),
                environment.expand(container.args()),
                container.workingDir(),
                environment.variables(),
                mounts(slot, environment),
                limits(container),
                user,
                log,
                message,
                container.terminationMessagePath().isEmpty()
                        ? "/dev/termination-log"
                        : container.terminationMessagePath(),
                container.stdin(),
                container.tty(),
                RuntimeLabels.ofContainer(site, pod, container, attempt));
    }

    private List<ContainerSpec.Mount> mounts(ContainerSlot slot, Environment environment) throws ConfigFailure {
        var volumes = worker.run().volumes();
        return volumes == null || slot.container().volumeMounts().isEmpty() || site.instant()
                ? List.of()
                : volumes.mounts(worker.pod(), slot.container(), environment);
    }

    private void makePlaces(Path log, Path message) throws ConfigFailure {
        try {
            site.dispatcher().blocking("make places of files", () -> {
                createParent(log);
                createParent(message);
                if (!Files.exists(message)) {
                    Files.createFile(message);
                }
                return log;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfigFailure("interrupted");
        } catch (Exception e) {
            throw new ConfigFailure("files below " + site.settings().root() + " cannot be made: " + e);
        }
    }

    private static void createParent(Path file) throws IOException {
        var parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }

    private static ContainerSpec.Limits limits(Container container) {
        var limits = container.resources().limits();
        var requests = container.resources().requests();
        if (limits.isEmpty() && requests.isEmpty()) {
            return ContainerSpec.Limits.NONE;
        }
        var cpu = limits.get("cpu");
        var memory = limits.get("memory");
        var weight = requests.get("cpu");
        return new ContainerSpec.Limits(
                cpu == null ? 0 : cpu.milliValue(),
                memory == null ? 0 : memory.value(),
                weight == null ? 0 : Math.max(LEAST_SHARES, weight.milliValue() * SHARES_PER_CPU / 1000));
    }

    private ContainerSpec.@Nullable User user(Pod pod, Container container) throws ConfigFailure {
        var own = container.securityContext();
        var ofPod = pod.spec().securityContext();
        if (own == null && ofPod == null || site.instant()) {
            return null;
        }
        Long uid = own != null && own.runAsUser() != null ? own.runAsUser() : ofPod == null ? null : ofPod.runAsUser();
        Long gid =
                own != null && own.runAsGroup() != null ? own.runAsGroup() : ofPod == null ? null : ofPod.runAsGroup();
        Boolean nonRoot = own != null && own.runAsNonRoot() != null
                ? own.runAsNonRoot()
                : ofPod == null ? null : ofPod.runAsNonRoot();
        if (Boolean.TRUE.equals(nonRoot)) {
            requireNonRoot(pod, container, uid);
        }
        return uid == null ? null : new ContainerSpec.User(uid, gid);
    }

    private static void requireNonRoot(Pod pod, Container container, @Nullable Long uid) throws ConfigFailure {
        var which = " (pod: \"" + PodNames.full(pod) + "\", container: " + container.name() + ")";
        if (uid == null && System.getProperty("user.name", "").equals("root")) {
            throw new ConfigFailure("container has runAsNonRoot and image will run as root" + which);
        }
        if (uid != null && uid == 0) {
            throw new ConfigFailure("container's runAsUser breaks non-root policy" + which);
        }
    }
}
