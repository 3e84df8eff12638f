package io.podium.apiserver.rules.pod;

import io.podium.api.core.ConfigMapVolumeSource;
import io.podium.api.core.DownwardAPIVolumeFile;
import io.podium.api.core.DownwardAPIVolumeSource;
import io.podium.api.core.EmptyDirVolumeSource;
import io.podium.api.core.HostPathVolumeSource;
import io.podium.api.core.KeyToPath;
import io.podium.api.core.PodSpec;
import io.podium.api.core.SecretVolumeSource;
import io.podium.api.core.Volume;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks volumes. */
@SuppressWarnings("NullAway") // the type says which source is there
final class VolumeRules {
    private static final List<String> HOST_PATH_TYPES = List.of(
            "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket");

    private VolumeRules() {}

    /** Checks all volumes of a pod, and says which of them may be mounted. */
    static PodVolumes check(PodSpec spec, String podName, Path path, Problems problems) {
        var volumes = spec.volumes();
        BitSet broken = null;
        for (int i = 0; i < volumes.size(); i++) {
            int before = problems.count();
            check(volumes.get(i), podName, path.index(i), problems);
            if (isTaken(i, volumes, broken)) {
                problems.duplicate(path.index(i).child("name"), volumes.get(i).name());
            }
            if (problems.count() > before) {
                broken = broken == null ? new BitSet() : broken;
                broken.set(i);
            }
        }
        checkClaims(volumes, podName, path, problems);
        return new PodVolumes(volumes, broken);
    }

    private static boolean isTaken(int position, List<Volume> volumes, @Nullable BitSet broken) {
        var name = volumes.get(position).name();
        for (int i = 0; i < position; i++) {
            if (volumes.get(i).name().equals(name) && (broken == null || !broken.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** A pod must not use the claim that is made for one of its own ephemeral volumes. */
    private static void checkClaims(List<Volume> volumes, String podName, Path path, Problems problems) {
        for (var maker : volumes) {
            if (maker.ephemeral() == null || podName.isEmpty()) {
                continue;
            }
            var made = podName + "-" + maker.name();
            for (int i = 0; i < volumes.size(); i++) {
                var claim = volumes.get(i).persistentVolumeClaim();
                if (claim != null && claim.claimName().equals(made)) {
                    problems.invalid(
                            path.index(i).child("persistentVolumeClaim").child("claimName"),
                            made,
                            "must not reference a PVC that gets created for an ephemeral volume");
                }
            }
        }
    }

    private static void check(Volume volume, String podName, Path path, Problems problems) {
        Checks.requiredLabel(volume.name(), path, "name", problems);
        int count = 0;
        for (int i = 0; i < VolumeTypes.ALL.size(); i++) {
            var type = VolumeTypes.ALL.get(i);
            if (!type.isOf(volume)) {
                continue;
            }
            if (count++ == 0) {
                checkSource(volume, type.name(), podName, path, problems);
            } else {
                problems.forbidden(path.child(type.unwanted()), "may not specify more than 1 volume type");
            }
        }
        if (count == 0) {
            problems.required(path, "must specify a volume type");
        }
    }

    private static void checkSource(Volume volume, String type, String podName, Path parent, Problems problems) {
        var path = parent.child(type);
        switch (type) {
            case "emptyDir" -> checkEmptyDir(volume.emptyDir(), path, problems);
            case "hostPath" -> checkHostPath(volume.hostPath(), path, problems);
            case "secret" -> checkSecret(volume.secret(), path, problems);
            case "configMap" -> checkConfigMap(volume.configMap(), path, problems);
            case "persistentVolumeClaim" ->
                Checks.required(volume.persistentVolumeClaim().claimName(), path, "claimName", problems);
            case "downwardAPI" -> checkDownward(volume.downwardAPI(), path, problems);
            case "projected" -> ProjectedRules.check(volume.projected(), path, problems);
            case "ephemeral" -> ClaimTemplateRules.check(volume, podName, parent, problems);
            case "image" -> {}
            default -> StorageRules.check(volume, type, parent, problems);
        }
    }

    private static void checkEmptyDir(EmptyDirVolumeSource source, Path path, Problems problems) {
        if (source.sizeLimit() != null && source.sizeLimit().signum() < 0) {
            problems.forbidden(path.child("sizeLimit"), "SizeLimit field must be a valid resource quantity");
        }
    }

    private static void checkHostPath(HostPathVolumeSource source, Path path, Problems problems) {
        if (source.path().isEmpty()) {
            problems.required(path.child("path"), "");
            return;
        }
        Checks.noBacksteps(source.path(), path.child("path"), problems);
        Checks.supported(source.type(), HOST_PATH_TYPES, path.child("type"), problems);
    }

    private static void checkSecret(SecretVolumeSource source, Path path, Problems problems) {
        Checks.required(source.secretName(), path, "secretName", problems);
        Checks.mode(source.defaultMode(), path, "defaultMode", problems);
        checkItems(source.items(), path, problems);
    }

    private static void checkConfigMap(ConfigMapVolumeSource source, Path path, Problems problems) {
        Checks.required(source.name(), path, "name", problems);
        Checks.mode(source.defaultMode(), path, "defaultMode", problems);
        checkItems(source.items(), path, problems);
    }

    static void checkItems(List<KeyToPath> items, Path path, Problems problems) {
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var place = path.child("items").index(i);
            Checks.required(item.key(), place, "key", problems);
            Checks.required(item.path(), place, "path", problems);
            Checks.unreservedPath(item.path(), place.child("path"), problems);
            Checks.mode(item.mode(), place, "mode", problems);
        }
    }

    private static void checkDownward(DownwardAPIVolumeSource source, Path path, Problems problems) {
        Checks.mode(source.defaultMode(), path, "defaultMode", problems);
        for (int i = 0; i < source.items().size(); i++) {
            checkFile(source.items().get(i), path, problems);
        }
    }

    /** Kubernetes names the volume here, not the file. */
    static void checkFile(DownwardAPIVolumeFile file, Path path, Problems problems) {
        Checks.required(file.path(), path, "path", problems);
        Checks.unreservedPath(file.path(), path.child("path"), problems);
        if (file.fieldRef() != null) {
            FieldRefRules.checkInFile(file.fieldRef(), path.child("fieldRef"), problems);
            if (file.resourceFieldRef() != null) {
                problems.invalid(path, "resource", "fieldRef and resourceFieldRef can not be specified simultaneously");
            }
        } else if (file.resourceFieldRef() != null) {
            FieldRefRules.check(file.resourceFieldRef(), true, path.child("resourceFieldRef"), problems);
        } else {
            problems.required(path, "one of fieldRef and resourceFieldRef is required");
        }
        Checks.mode(file.mode(), path, "mode", problems);
    }

    static void checkLabel(String value, Path path, Problems problems) {
        problems.invalidAll(path, value, Formats.dns1123Label(value));
    }
}
