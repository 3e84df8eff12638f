package io.podium.apiserver.rules.pod;

import io.podium.api.core.Container;
import io.podium.api.core.VolumeDevice;
import io.podium.api.core.VolumeMount;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;

/** Checks what containers mount, as directories and as block devices. */
final class MountRules {
    private static final String NAME = "name";
    private static final String MOUNT_PATH = "mountPath";
    private static final String DEVICE_PATH = "devicePath";
    private static final List<String> PROPAGATIONS = List.of("Bidirectional", "HostToContainer", "None");
    private static final List<String> RECURSIONS = List.of("Disabled", "Enabled", "IfPossible");

    private MountRules() {}

    static void check(Container container, PodVolumes volumes, Path path, Problems problems) {
        var mounts = container.volumeMounts();
        for (int i = 0; i < mounts.size(); i++) {
            checkMount(i, container, volumes, path.child("volumeMounts"), problems);
        }
        var devices = container.volumeDevices();
        for (int i = 0; i < devices.size(); i++) {
            checkDevice(i, container, volumes, path.child("volumeDevices").index(i), problems);
        }
    }

    private static void checkMount(
            int position, Container container, PodVolumes volumes, Path list, Problems problems) {
        var mount = container.volumeMounts().get(position);
        var path = list.index(position);
        Checks.required(mount.name(), path, NAME, problems);
        if (volumes.find(mount.name()) == null) {
            problems.notFound(path.child(NAME), mount.name());
        }
        Checks.required(mount.mountPath(), path, MOUNT_PATH, problems);
        for (int i = 0; i < position; i++) {
            if (container.volumeMounts().get(i).mountPath().equals(mount.mountPath())) {
                problems.invalid(path.child(MOUNT_PATH), mount.mountPath(), Checks.UNIQUE);
                break;
            }
        }
        for (var device : container.volumeDevices()) {
            if (device.name().equals(mount.name())) {
                problems.invalid(path.child(NAME), mount.name(), "must not already exist in volumeDevices");
            }
            if (device.devicePath().equals(mount.mountPath())) {
                problems.invalid(
                        path.child(MOUNT_PATH), mount.mountPath(), "must not already exist as a path in volumeDevices");
            }
        }
        checkParts(mount, path, list, problems);
        checkPropagation(mount, container, list, problems);
        checkRecursion(mount, list, problems);
    }

    /** Kubernetes names the list here, not the element. */
    private static void checkParts(VolumeMount mount, Path path, Path list, Problems problems) {
        if (!mount.subPath().isEmpty()) {
            Checks.descendingPath(mount.subPath(), list.child("subPath"), problems);
        }
        if (!mount.subPathExpr().isEmpty()) {
            if (!mount.subPath().isEmpty()) {
                problems.invalid(
                        path.child("subPathExpr"),
                        mount.subPathExpr(),
                        "subPathExpr and subPath are mutually exclusive");
            }
            Checks.descendingPath(mount.subPathExpr(), list.child("subPathExpr"), problems);
        }
    }

    private static void checkPropagation(VolumeMount mount, Container container, Path list, Problems problems) {
        var propagation = mount.mountPropagation();
        Checks.supported(propagation, PROPAGATIONS, list.child("mountPropagation"), problems);
        var context = container.securityContext();
        boolean privileged = context != null && Boolean.TRUE.equals(context.privileged());
        if ("Bidirectional".equals(propagation) && !privileged) {
            problems.forbidden(
                    list.child("mountPropagation"),
                    "Bidirectional mount propagation is available only to privileged containers");
        }
    }

    private static void checkRecursion(VolumeMount mount, Path list, Problems problems) {
        var recursion = mount.recursiveReadOnly();
        Checks.supported(recursion, RECURSIONS, list.child("recursiveReadOnly"), problems);
        if (!"Enabled".equals(recursion) && !"IfPossible".equals(recursion)) {
            return;
        }
        if (!mount.readOnly()) {
            problems.forbidden(list.child("recursiveReadOnly"), "may only be specified when readOnly is true");
        }
        if (mount.mountPropagation() != null && !mount.mountPropagation().equals("None")) {
            problems.forbidden(
                    list.child("recursiveReadOnly"),
                    "may only be specified when mountPropagation is None or not specified");
        }
    }

    private static void checkDevice(
            int position, Container container, PodVolumes volumes, Path path, Problems problems) {
        var devices = container.volumeDevices();
        var device = devices.get(position);
        Checks.required(device.name(), path, NAME, problems);
        var volume = volumes.find(device.name());
        if (volume == null) {
            problems.notFound(path.child(NAME), device.name());
        } else if (volume.persistentVolumeClaim() == null && volume.ephemeral() == null) {
            problems.invalid(
                    path.child(NAME),
                    device.name(),
                    "can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode");
        }
        Checks.required(device.devicePath(), path, DEVICE_PATH, problems);
        checkAgainstEarlier(device, devices.subList(0, position), path, problems);
        if (Checks.hasBacksteps(device.devicePath())) {
            problems.invalid(path.child(DEVICE_PATH), device.devicePath(), "can not contain backsteps ('..')");
        }
        for (var mount : container.volumeMounts()) {
            if (mount.name().equals(device.name())) {
                problems.invalid(path.child(NAME), device.name(), "must not already exist in volumeMounts");
            }
            if (mount.mountPath().equals(device.devicePath())) {
                problems.invalid(
                        path.child(DEVICE_PATH),
                        device.devicePath(),
                        "must not already exist as a path in volumeMounts");
            }
        }
    }

    private static void checkAgainstEarlier(
            VolumeDevice device, List<VolumeDevice> earlier, Path path, Problems problems) {
        if (earlier.stream()
                .anyMatch(each -> !each.name().isEmpty() && each.name().equals(device.name()))) {
            problems.invalid(path.child(NAME), device.name(), Checks.UNIQUE);
        }
        if (earlier.stream()
                .anyMatch(each ->
                        each.devicePath().equals(device.devicePath()) && !Checks.hasBacksteps(each.devicePath()))) {
            problems.invalid(path.child(DEVICE_PATH), device.devicePath(), Checks.UNIQUE);
        }
    }
}
