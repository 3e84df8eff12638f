package io.podium.agent;

import io.podium.api.core.Container;
import io.podium.api.core.Pod;
import io.podium.api.core.Volume;
import io.podium.api.core.VolumeMount;
import io.podium.api.runtime.ContainerSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The volumes of one pod, in its directory. Those that show objects follow them: the files change when the object does. Used by the pod's
 * worker only.
 */
final class PodVolumes {
    private static final Logger LOG = LoggerFactory.getLogger(PodVolumes.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(122);
    private static final int OPEN_TO_ALL = 0777;

    private final Site site;
    private final PodWorker worker;
    private final VolumeContents contents;
    private boolean mounted;
    /** For each volume that could not be had; asked by name only. */
    private Map<String, Wait> waits = Map.of();

    /** What the files of each volume that shows objects were made of, by hash; asked by name only. */
    private Map<String, Integer> shown = Map.of();

    /**
     * When a volume that could not be had is tried again.
     *
     * @param due when, in {@code Dispatcher.nanos}
     * @param delay how long it waits till then
     */
    private record Wait(long due, Duration delay) {
        /** How long it waits if that fails, too. */
        Duration next() {
            var twice = delay.multipliedBy(2);
            return twice.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : twice;
        }
    }

    PodVolumes(Site site, PodWorker worker) {
        this.site = site;
        this.worker = worker;
        this.contents = new VolumeContents(site, worker);
    }

    /** Makes the volumes, each by itself (making one again changes nothing); false if one cannot be had now, and another step will try again. */
    boolean mount(Pod pod) {
        boolean all = true;
        if (!mounted) {
            for (var volume : pod.spec().volumes()) {
                all &= mountInTurn(pod, volume);
            }
        }
        mounted |= all;
        return all;
    }

    private boolean mountInTurn(Pod pod, Volume volume) {
        var wait = waits.get(volume.name());
        long now = site.dispatcher().nanos();
        if (wait != null && wait.due() - now > 0) {
            worker.wakeWithin(Duration.ofNanos(wait.due() - now));
            return false;
        }
        try {
            mount(pod, volume);
            return true;
        } catch (ConfigFailure e) {
            tell(pod, volume, e);
            retry(volume, wait == null ? FIRST_RETRY : wait.next());
            return false;
        }
    }

    private void retry(Volume volume, Duration delay) {
        if (waits.isEmpty()) {
            waits = new HashMap<>();
        }
        waits.put(volume.name(), new Wait(site.dispatcher().nanos() + delay.toNanos(), delay));
        worker.wakeWithin(delay);
    }

    private void tell(Pod pod, Volume volume, ConfigFailure failure) {
        site.events()
                .warning(
                        pod,
                        "FailedMount",
                        "MountVolume.SetUp failed for volume \"" + volume.name() + "\" : " + failure.getMessage());
    }

    private void mount(Pod pod, Volume volume) throws ConfigFailure {
        if (VolumeContents.shows(volume)) {
            show(pod, volume);
            return;
        }
        if (site.instant()) {
            return;
        }
        var hostPath = volume.hostPath();
        if (hostPath != null) {
            files(volume, () -> HostPaths.check(hostPath));
        } else if (volume.emptyDir() != null || VolumeContents.isPlain(volume)) {
            files(volume, () -> {
                var directory = path(pod, volume);
                Files.createDirectories(directory);
                boolean inMemory = volume.emptyDir() != null
                        && "Memory".equals(volume.emptyDir().medium());
                Modes.set(directory, inMemory ? Modes.STICKY | OPEN_TO_ALL : OPEN_TO_ALL);
            });
        } else {
            throw new ConfigFailure("this node has no volumes of that type; use emptyDir, hostPath, configMap, secret,"
                    + " downwardAPI or projected");
        }
    }

    /** Writes the files of a volume that shows objects, if what they are made of has changed. */
    private void show(Pod pod, Volume volume) throws ConfigFailure {
        var files = contents.of(pod, volume);
        int hash = files.hashCode();
        if (site.instant() || Integer.valueOf(hash).equals(shown.get(volume.name()))) {
            return;
        }
        files(
                volume,
                () -> new ShownDirectory(path(pod, volume), site.dispatcher())
                        .write(files, volume.configMap() != null ? OPEN_TO_ALL : Modes.STICKY | OPEN_TO_ALL));
        if (shown.isEmpty()) {
            shown = new HashMap<>();
        }
        shown.put(volume.name(), hash);
    }

    /** Lets the files follow their objects. */
    void refresh(Pod pod) {
        if (!mounted || shown.isEmpty()) {
            return;
        }
        for (var volume : pod.spec().volumes()) {
            if (VolumeContents.shows(volume)) {
                try {
                    show(pod, volume);
                } catch (ConfigFailure e) {
                    LOG.debug("A volume stays as it was pod={} volume={}", pod.key(), volume.name(), e);
                }
            }
        }
    }

    private interface FileWork {
        void run() throws IOException, ConfigFailure;
    }

    private void files(Volume volume, FileWork work) throws ConfigFailure {
        try {
            site.dispatcher().blocking("volume " + volume.name(), () -> {
                work.run();
                return volume;
            });
        } catch (ConfigFailure e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfigFailure("interrupted");
        } catch (Exception e) {
            throw new ConfigFailure(String.valueOf(e));
        }
    }

    private Path path(Pod pod, Volume volume) {
        return volume.hostPath() != null
                ? Path.of(volume.hostPath().path())
                : site.directory(pod).resolve("volumes").resolve(volume.name());
    }

    /** Where a container sees what. */
    List<ContainerSpec.Mount> mounts(Pod pod, Container container, Environment environment) throws ConfigFailure {
        var mounts = new ArrayList<ContainerSpec.Mount>();
        for (var mount : container.volumeMounts()) {
            var volume = pod.spec().volumes().stream()
                    .filter(each -> each.name().equals(mount.name()))
                    .findFirst()
                    .orElseThrow(() -> new ConfigFailure("volume " + mount.name() + " is not among the pod's volumes"));
            var path = path(pod, volume);
            var subPath = mount.subPathExpr().isEmpty() ? mount.subPath() : environment.expandAll(mount.subPathExpr());
            if (!subPath.isEmpty()) {
                path = part(pod, container, volume, mount, subPath);
            }
            boolean readOnly = mount.readOnly() || VolumeContents.shows(volume);
            mounts.add(new ContainerSpec.Mount(mount.mountPath(), path, readOnly));
        }
        return mounts;
    }

    /** A part of a volume, which is made if it is missing. A part of a volume that shows objects stays as it is now. */
    private Path part(Pod pod, Container container, Volume volume, VolumeMount mount, String subPath)
            throws ConfigFailure {
        var root = path(pod, volume);
        var part = root.resolve(subPath).normalize();
        if (!part.startsWith(root)) {
            throw new ConfigFailure(
                    "subPath \"" + subPath + "\" leads out of volume " + volume.name() + "; leave out the \"..\"");
        }
        if (!VolumeContents.shows(volume)) {
            files(volume, () -> {
                if (!Files.exists(part)) {
                    Files.createDirectories(part);
                    Modes.set(part, OPEN_TO_ALL);
                }
            });
            return part;
        }
        int index = container.volumeMounts().indexOf(mount);
        var copy = site.directory(pod)
                .resolve("volume-subpaths")
                .resolve(volume.name())
                .resolve(container.name())
                .resolve(Integer.toString(index));
        files(volume, () -> {
            Files.createDirectories(copy.getParent());
            Files.copy(part.toRealPath(), copy, StandardCopyOption.REPLACE_EXISTING);
        });
        return copy;
    }
}
