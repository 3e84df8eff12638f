package io.podium.apiserver.rules.pod;

import io.podium.api.core.PersistentVolumeClaimSpec;
import io.podium.api.core.Volume;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.LabelSelectors;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;

/** Checks the claims that are made for ephemeral volumes. */
@SuppressWarnings("NullAway") // a volume of this type has the source
final class ClaimTemplateRules {
    private static final String ONE_POD = "ReadWriteOncePod";
    private static final List<String> ACCESS_MODES = List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", ONE_POD);
    private static final List<String> VOLUME_MODES = List.of("Block", "Filesystem");
    private static final String STORAGE = "storage";

    private ClaimTemplateRules() {}

    static void check(Volume volume, String podName, Path parent, Problems problems) {
        var template = volume.ephemeral().volumeClaimTemplate();
        var path = parent.child("ephemeral").child("volumeClaimTemplate");
        if (template == null) {
            problems.required(path, "");
        } else {
            var metadata = path.child("metadata");
            LabelSelectors.checkLabels(template.metadata().labels(), metadata.child("labels"), problems);
            LabelSelectors.checkAnnotations(template.metadata().annotations(), metadata.child("annotations"), problems);
            checkSpec(template.spec(), path.child("spec"), problems);
        }
        if (!podName.isEmpty() && !volume.name().isEmpty()) {
            var claim = podName + "-" + volume.name();
            for (var detail : Formats.dns1123Subdomain(claim)) {
                problems.invalid(parent.child("name"), volume.name(), "PVC name \"" + claim + "\": " + detail);
            }
        }
    }

    private static void checkSpec(PersistentVolumeClaimSpec spec, Path path, Problems problems) {
        var modes = spec.accessModes();
        if (modes.isEmpty()) {
            problems.required(path.child("accessModes"), "at least 1 access mode is required");
        }
        LabelSelectors.check(spec.selector(), path.child("selector"), problems);
        for (var mode : modes) {
            Checks.supported(mode, ACCESS_MODES, path.child("accessModes"), problems);
        }
        if (modes.contains(ONE_POD) && modes.size() > 1) {
            problems.forbidden(path.child("accessModes"), "may not use ReadWriteOncePod with other access modes");
        }
        checkStorage(spec, path.child("resources"), problems);
        if (spec.storageClassName() != null && !spec.storageClassName().isEmpty()) {
            var name = spec.storageClassName();
            problems.invalidAll(path.child("storageClassName"), name, Formats.dns1123Subdomain(name));
        }
        Checks.supported(spec.volumeMode(), VOLUME_MODES, path.child("volumeMode"), problems);
    }

    private static void checkStorage(PersistentVolumeClaimSpec spec, Path path, Problems problems) {
        var storage = spec.resources().requests().get(STORAGE);
        if (storage == null) {
            problems.required(path.key(STORAGE), "");
        } else if (storage.signum() <= 0) {
            problems.invalid(path.key(STORAGE), storage.toString(), "must be greater than zero");
        }
    }
}
