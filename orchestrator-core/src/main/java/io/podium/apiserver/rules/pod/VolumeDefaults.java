package io.podium.apiserver.rules.pod;

import io.podium.api.core.AzureDiskVolumeSource;
import io.podium.api.core.EmptyDirVolumeSource;
import io.podium.api.core.EmptyDirVolumeSourceBuilder;
import io.podium.api.core.EphemeralVolumeSource;
import io.podium.api.core.ISCSIVolumeSource;
import io.podium.api.core.ProjectedVolumeSource;
import io.podium.api.core.RBDVolumeSource;
import io.podium.api.core.ScaleIOVolumeSource;
import io.podium.api.core.Volume;
import io.podium.api.core.VolumeProjection;

/** Defaults of volumes. */
final class VolumeDefaults {
    private static final int MODE = 0644;
    private static final long TOKEN_SECONDS = 3600;
    private static final EmptyDirVolumeSource EMPTY_DIR = new EmptyDirVolumeSourceBuilder().build();

    private VolumeDefaults() {}

    static Volume of(Volume volume) {
        if (volume.emptyDir() != null || volume.persistentVolumeClaim() != null) {
            return volume;
        }
        if (VolumeTypes.count(volume) == 0) {
            return volume.withEmptyDir(EMPTY_DIR);
        }
        return rare(projected(downward(secret(configMap(hostPath(volume))))));
    }

    private static Volume configMap(Volume volume) {
        var source = volume.configMap();
        return source == null || source.defaultMode() != null
                ? volume
                : volume.withConfigMap(source.withDefaultMode(MODE));
    }

    private static Volume secret(Volume volume) {
        var source = volume.secret();
        return source == null || source.defaultMode() != null
                ? volume
                : volume.withSecret(source.withDefaultMode(MODE));
    }

    private static Volume hostPath(Volume volume) {
        var source = volume.hostPath();
        return source == null || source.type() != null ? volume : volume.withHostPath(source.withType(""));
    }

    private static Volume downward(Volume volume) {
        var source = volume.downwardAPI();
        if (source == null) {
            return volume;
        }
        var items = Copies.of(source.items(), FieldDefaults::file);
        if (items == source.items() && source.defaultMode() != null) {
            return volume;
        }
        int mode = source.defaultMode() == null ? MODE : source.defaultMode();
        return volume.withDownwardAPI(source.withItems(items).withDefaultMode(mode));
    }

    private static Volume projected(Volume volume) {
        var source = volume.projected();
        if (source == null) {
            return volume;
        }
        var defaulted = projected(source);
        return defaulted == source ? volume : volume.withProjected(defaulted);
    }

    private static ProjectedVolumeSource projected(ProjectedVolumeSource source) {
        var sources = Copies.of(source.sources(), VolumeDefaults::projection);
        if (sources == source.sources() && source.defaultMode() != null) {
            return source;
        }
        int mode = source.defaultMode() == null ? MODE : source.defaultMode();
        return source.withSources(sources).withDefaultMode(mode);
    }

    private static VolumeProjection projection(VolumeProjection projection) {
        var defaulted = projection;
        var token = projection.serviceAccountToken();
        if (token != null && token.expirationSeconds() == null) {
            defaulted = defaulted.withServiceAccountToken(token.withExpirationSeconds(TOKEN_SECONDS));
        }
        var downward = projection.downwardAPI();
        if (downward != null) {
            var items = Copies.of(downward.items(), FieldDefaults::file);
            defaulted = items == downward.items() ? defaulted : defaulted.withDownwardAPI(downward.withItems(items));
        }
        return defaulted;
    }

    private static Volume rare(Volume volume) {
        var defaulted = volume;
        if (volume.iscsi() != null && volume.iscsi().iscsiInterface().isEmpty()) {
            ISCSIVolumeSource source = volume.iscsi();
            defaulted = volume.withIscsi(source.withIscsiInterface("default"));
        } else if (volume.rbd() != null) {
            defaulted = volume.withRbd(rbd(volume.rbd()));
        } else if (volume.azureDisk() != null) {
            defaulted = volume.withAzureDisk(azureDisk(volume.azureDisk()));
        } else if (volume.scaleIO() != null) {
            defaulted = volume.withScaleIO(scaleIO(volume.scaleIO()));
        } else if (volume.ephemeral() != null) {
            defaulted = volume.withEphemeral(ephemeral(volume.ephemeral()));
        }
        return defaulted.equals(volume) ? volume : defaulted;
    }

    private static RBDVolumeSource rbd(RBDVolumeSource source) {
        return source.toBuilder()
                .pool(source.pool().isEmpty() ? "rbd" : source.pool())
                .user(source.user().isEmpty() ? "admin" : source.user())
                .keyring(source.keyring().isEmpty() ? "/etc/ceph/keyring" : source.keyring())
                .build();
    }

    private static AzureDiskVolumeSource azureDisk(AzureDiskVolumeSource source) {
        return source.toBuilder()
                .cachingMode(source.cachingMode() == null ? "ReadWrite" : source.cachingMode())
                .kind(source.kind() == null ? "Shared" : source.kind())
                .fsType(source.fsType() == null ? "ext4" : source.fsType())
                .readOnly(source.readOnly() != null && source.readOnly())
                .build();
    }

    private static ScaleIOVolumeSource scaleIO(ScaleIOVolumeSource source) {
        return source.toBuilder()
                .storageMode(source.storageMode().isEmpty() ? "ThinProvisioned" : source.storageMode())
                .fsType(source.fsType().isEmpty() ? "xfs" : source.fsType())
                .build();
    }

    private static EphemeralVolumeSource ephemeral(EphemeralVolumeSource source) {
        var template = source.volumeClaimTemplate();
        return template == null || template.spec().volumeMode() != null
                ? source
                : source.withVolumeClaimTemplate(
                        template.withSpec(template.spec().withVolumeMode("Filesystem")));
    }
}
