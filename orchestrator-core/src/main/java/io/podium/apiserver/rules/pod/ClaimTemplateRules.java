package io.podium.apiserver.rules.pod;

import io.podium.api.core.PersistentVolumeClaimSpec;
import io.podium.api.core.Volume;
import io.podium.api.meta.ObjectMeta;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.LabelSelectors;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks the claims that are made for ephemeral volumes. */
@SuppressWarnings("NullAway") // a volume of this type has the source
final class ClaimTemplateRules {
    private static final String ONE_POD = "ReadWriteOncePod";
    private static final List<String> ACCESS_MODES = List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", ONE_POD);
    private static final List<String> VOLUME_MODES = List.of("Block", "Filesystem");
    private static final String STORAGE = "storage";
    private static final String DATA_SOURCE = "dataSource";

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
            forbidRest(template.metadata(), metadata, problems);
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
        if (modes.contains(ONE_POD)
                && modes.stream().anyMatch(mode -> !mode.equals(ONE_POD) && ACCESS_MODES.contains(mode))) {
            problems.forbidden(path.child("accessModes"), "may not use ReadWriteOncePod with other access modes");
        }
        checkStorage(spec, path.child("resources"), problems);
        if (spec.storageClassName() != null && !spec.storageClassName().isEmpty()) {
            var name = spec.storageClassName();
            problems.invalidAll(path.child("storageClassName"), name, Formats.dns1123Subdomain(name));
        }
        Checks.supported(spec.volumeMode(), VOLUME_MODES, path.child("volumeMode"), problems);
        checkSources(spec, path, problems);
        var attributes = spec.volumeAttributesClassName();
        if (attributes != null && !attributes.isEmpty()) {
            problems.invalidAll(
                    path.child("volumeAttributesClassName"), attributes, Formats.dns1123Subdomain(attributes));
        }
    }

    private static void checkSources(PersistentVolumeClaimSpec spec, Path path, Problems problems) {
        var source = spec.dataSource();
        if (source != null) {
            checkSource(source.apiGroup(), source.kind(), source.name(), path.child(DATA_SOURCE), problems);
        }
        var ref = spec.dataSourceRef();
        if (ref == null) {
            return;
        }
        var space = ref.namespace() == null ? "" : ref.namespace();
        checkSource(ref.apiGroup(), ref.kind(), ref.name(), path.child("dataSourceRef"), problems);
        if (!space.isEmpty()) {
            problems.invalidAll(path.child("dataSourceRef").child("namespace"), space, Formats.dns1123Label(space));
            if (source != null) {
                problems.invalid(
                        path,
                        path.child(DATA_SOURCE).toString(),
                        "may not be specified when dataSourceRef.namespace is specified");
            }
        } else if (source != null
                && !(Objects.equals(source.apiGroup(), ref.apiGroup())
                        && source.kind().equals(ref.kind())
                        && source.name().equals(ref.name()))) {
            problems.invalid(path, path.child(DATA_SOURCE).toString(), "must match dataSourceRef");
        }
    }

    private static void checkSource(@Nullable String group, String kind, String name, Path path, Problems problems) {
        Checks.required(name, path, "name", problems);
        Checks.required(kind, path, "kind", problems);
        boolean core = group == null || group.isEmpty();
        if (core && !kind.equals("PersistentVolumeClaim")) {
            problems.invalid(path, kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup");
        }
        if (!core) {
            problems.invalidAll(path.child("apiGroup"), group, Formats.dns1123Subdomain(group));
        }
    }

    /** A template sets labels and annotations, and nothing else of the metadata. */
    private static void forbidRest(ObjectMeta metadata, Path path, Problems problems) {
        forbid(!metadata.name().isEmpty(), path, "name", problems);
        forbid(!metadata.generateName().isEmpty(), path, "generateName", problems);
        forbid(!metadata.namespace().isEmpty(), path, "namespace", problems);
        forbid(!metadata.selfLink().isEmpty(), path, "selfLink", problems);
        forbid(!metadata.uid().isEmpty(), path, "uID", problems);
        forbid(!metadata.resourceVersion().isEmpty(), path, "resourceVersion", problems);
        forbid(metadata.generation() != 0, path, "generation", problems);
        forbid(metadata.creationTimestamp() != null, path, "creationTimestamp", problems);
        forbid(metadata.deletionTimestamp() != null, path, "deletionTimestamp", problems);
        forbid(metadata.deletionGracePeriodSeconds() != null, path, "deletionGracePeriodSeconds", problems);
        forbid(!metadata.ownerReferences().isEmpty(), path, "ownerReferences", problems);
        forbid(!metadata.finalizers().isEmpty(), path, "finalizers", problems);
        forbid(!metadata.managedFields().isEmpty(), path, "managedFields", problems);
    }

    private static void forbid(boolean isSet, Path path, String field, Problems problems) {
        if (isSet) {
            problems.forbidden(path.child(field), "cannot be set");
        }
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
