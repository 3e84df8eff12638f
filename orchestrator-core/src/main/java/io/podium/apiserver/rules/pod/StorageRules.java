package io.podium.apiserver.rules.pod;

import io.podium.api.core.AzureDiskVolumeSource;
import io.podium.api.core.CSIVolumeSource;
import io.podium.api.core.FCVolumeSource;
import io.podium.api.core.FlexVolumeSource;
import io.podium.api.core.FlockerVolumeSource;
import io.podium.api.core.ISCSIVolumeSource;
import io.podium.api.core.LocalObjectReference;
import io.podium.api.core.NFSVolumeSource;
import io.podium.api.core.QuobyteVolumeSource;
import io.podium.api.core.StorageOSVolumeSource;
import io.podium.api.core.Volume;
import io.podium.apiserver.validation.Formats;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks volumes that storage systems provide. */
@SuppressWarnings("NullAway") // the type says which source is there
final class StorageRules {
    private static final int MAX_BYTE = 255;
    private static final int MAX_DRIVER = 63;
    private static final int MAX_INITIATOR = 64;
    private static final int MAX_TENANT = 64;
    private static final String HOSTS = "must be a host:port pair or multiple pairs separated by commas";
    private static final List<String> CACHING = List.of("None", "ReadOnly", "ReadWrite");
    private static final List<String> DISK_KINDS = List.of("Dedicated", "Managed", "Shared");

    private StorageRules() {}

    static void check(Volume volume, String type, Path parent, Problems problems) {
        var path = parent.child(type);
        switch (type) {
            case "gitRepo" -> {
                Checks.required(volume.gitRepo().repository(), path, "repository", problems);
                Checks.descendingPath(volume.gitRepo().directory(), path.child("directory"), problems);
            }
            case "gcePersistentDisk" -> {
                var disk = parent.child("persistentDisk"); // so Kubernetes names it
                Checks.required(volume.gcePersistentDisk().pdName(), disk, "pdName", problems);
                checkByte(volume.gcePersistentDisk().partition(), disk, "partition", problems);
            }
            case "awsElasticBlockStore" -> {
                Checks.required(volume.awsElasticBlockStore().volumeID(), path, "volumeID", problems);
                checkByte(volume.awsElasticBlockStore().partition(), path, "partition", problems);
            }
            case "nfs" -> checkNfs(volume.nfs(), path, problems);
            case "iscsi" -> checkIscsi(volume.iscsi(), volume.name(), parent, problems);
            case "glusterfs" -> {
                Checks.required(volume.glusterfs().endpoints(), path, "endpoints", problems);
                Checks.required(volume.glusterfs().path(), path, "path", problems);
            }
            case "flocker" -> checkFlocker(volume.flocker(), path, problems);
            case "rbd" -> {
                requireOne(volume.rbd().monitors(), path, "monitors", problems);
                Checks.required(volume.rbd().image(), path, "image", problems);
            }
            case "cinder" -> {
                Checks.required(volume.cinder().volumeID(), path, "volumeID", problems);
                checkSecret(volume.cinder().secretRef(), path, "secretRef", problems);
            }
            case "cephfs" -> requireOne(volume.cephfs().monitors(), path, "monitors", problems);
            case "quobyte" -> checkQuobyte(volume.quobyte(), path, problems);
            case "fc" -> checkFibre(volume.fc(), path, problems);
            case "flexVolume" -> checkFlex(volume.flexVolume(), path, problems);
            default -> checkMore(volume, type, path, problems);
        }
    }

    private static void checkMore(Volume volume, String type, Path path, Problems problems) {
        switch (type) {
            case "azureFile" -> {
                Checks.required(volume.azureFile().secretName(), path, "secretName", problems);
                Checks.required(volume.azureFile().shareName(), path, "shareName", problems);
            }
            case "vsphereVolume" -> Checks.required(volume.vsphereVolume().volumePath(), path, "volumePath", problems);
            case "photonPersistentDisk" ->
                Checks.required(volume.photonPersistentDisk().pdID(), path, "pdID", problems);
            case "portworxVolume" -> Checks.required(volume.portworxVolume().volumeID(), path, "volumeID", problems);
            case "azureDisk" -> checkAzureDisk(volume.azureDisk(), path, problems);
            case "storageos" -> checkStorageOs(volume.storageos(), path, problems);
            case "scaleIO" -> {
                Checks.required(volume.scaleIO().gateway(), path, "gateway", problems);
                Checks.required(volume.scaleIO().system(), path, "system", problems);
                Checks.required(volume.scaleIO().volumeName(), path, "volumeName", problems);
            }
            case "csi" -> checkCsi(volume.csi(), path, problems);
            default -> throw new IllegalStateException("volume type " + type + " has no rules");
        }
    }

    private static void checkNfs(NFSVolumeSource source, Path path, Problems problems) {
        Checks.required(source.server(), path, "server", problems);
        Checks.required(source.path(), path, "path", problems);
        if (!source.path().startsWith("/")) {
            problems.invalid(path.child("path"), source.path(), "must be an absolute path");
        }
    }

    private static void checkIscsi(ISCSIVolumeSource source, String name, Path parent, Problems problems) {
        var path = parent.child("iscsi");
        Checks.required(source.targetPortal(), path, "targetPortal", problems);
        if (source.iqn().isEmpty()) {
            problems.required(path.child("iqn"), "");
        } else if (!isInitiator(source.iqn())) {
            problems.invalid(path.child("iqn"), source.iqn(), "must be valid format starting with iqn, eui, or naa");
        }
        checkByte(source.lun(), path, "lun", problems);
        if ((source.chapAuthDiscovery() || source.chapAuthSession()) && source.secretRef() == null) {
            problems.required(path.child("secretRef"), "");
        }
        var initiator = source.initiatorName();
        if (initiator != null && !isInitiator(initiator)) {
            problems.invalid(path.child("initiatorname"), initiator, "must be valid format");
        }
        if (initiator != null && name.length() + 1 + source.targetPortal().length() > MAX_INITIATOR) {
            problems.invalid(
                    parent.child("name"),
                    name,
                    "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if"
                            + " iscsi.initiatorName is specified.");
        }
    }

    private static boolean isInitiator(String name) {
        return name.startsWith("iqn")
                ? name.matches("iqn\\.\\d{4}-\\d{2}\\.([\\p{Alnum}-.]+)(:[^,;*&$|\\s]+)$")
                : name.startsWith("eui")
                        ? name.matches("eui\\.\\p{Alnum}{16}")
                        : name.startsWith("naa") && name.matches("naa\\.\\p{Alnum}{32}");
    }

    private static void checkFlocker(FlockerVolumeSource source, Path path, Problems problems) {
        if (source.datasetName().isEmpty() && source.datasetUUID().isEmpty()) {
            problems.required(path, "one of datasetName and datasetUUID is required");
        } else if (!source.datasetName().isEmpty() && !source.datasetUUID().isEmpty()) {
            problems.invalid(path, "resource", "datasetName and datasetUUID can not be specified simultaneously");
        }
        if (source.datasetName().contains("/")) {
            problems.invalid(path.child("datasetName"), source.datasetName(), "must not contain '/'");
        }
    }

    private static void checkQuobyte(QuobyteVolumeSource source, Path path, Problems problems) {
        if (source.registry().isEmpty()) {
            problems.required(path.child("registry"), HOSTS);
        } else if (source.tenant().length() > MAX_TENANT) {
            problems.required(path.child("tenant"), "must be a UUID and may not exceed a length of 64 characters");
        } else {
            checkHosts(source.registry(), path.child("registry"), problems);
        }
        Checks.required(source.volume(), path, "volume", problems);
    }

    private static void checkHosts(String hosts, Path path, Problems problems) {
        for (var host : hosts.split(",", -1)) {
            if (!isHostWithPort(host)) {
                problems.invalid(path, hosts, HOSTS);
            }
        }
    }

    /** Of an address in brackets, or of a name or address without colons; either may be empty. */
    private static boolean isHostWithPort(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return false;
        }
        var host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.indexOf(']') == host.length() - 1;
        var inner = bracketed ? host.substring(1, host.length() - 1) : host;
        return inner.indexOf('[') < 0
                && inner.indexOf(']') < 0
                && (bracketed || inner.indexOf(':') < 0)
                && text.indexOf('[', colon) < 0
                && text.indexOf(']', colon) < 0;
    }

    private static void checkFibre(FCVolumeSource source, Path path, Problems problems) {
        boolean names = !source.targetWWNs().isEmpty();
        if (!names && source.wwids().isEmpty()) {
            problems.required(path.child("targetWWNs"), "must specify either targetWWNs or wwids, but not both");
        }
        if (names && !source.wwids().isEmpty()) {
            problems.invalid(
                    path.child("targetWWNs"),
                    source.targetWWNs(),
                    "targetWWNs and wwids can not be specified simultaneously");
        }
        if (names && source.lun() == null) {
            problems.required(path.child("lun"), "lun is required if targetWWNs is specified");
        } else if (names && source.lun() != null) {
            checkByte(source.lun(), path, "lun", problems);
        }
    }

    private static void checkFlex(FlexVolumeSource source, Path path, Problems problems) {
        Checks.required(source.driver(), path, "driver", problems);
        for (var option : source.options().entrySet()) {
            int slash = option.getKey().indexOf('/');
            var space = slash < 0 ? option.getKey() : option.getKey().substring(0, slash);
            var dotted = "." + space.toLowerCase(Locale.ROOT);
            if (dotted.endsWith(".kubernetes.io") || dotted.endsWith(".k8s.io")) {
                problems.invalid(
                        path.child("options").key(option.getKey()),
                        option.getKey(),
                        "kubernetes.io and k8s.io namespaces are reserved");
            }
        }
    }

    private static void checkAzureDisk(AzureDiskVolumeSource source, Path path, Problems problems) {
        Checks.required(source.diskName(), path, "diskName", problems);
        Checks.required(source.diskURI(), path, "diskURI", problems);
        Checks.supported(source.cachingMode(), CACHING, path.child("cachingMode"), problems);
        Checks.supported(source.kind(), DISK_KINDS, path.child("kind"), problems);
        boolean managed = "Managed".equals(source.kind());
        if (managed && !source.diskURI().startsWith("/subscriptions/")) {
            problems.notSupported(path.child("diskURI"), source.diskURI(), List.of("/subscriptions/{sub-id}/..."));
        }
        if (!managed && source.kind() != null && !source.diskURI().startsWith("https://")) {
            problems.notSupported(path.child("diskURI"), source.diskURI(), List.of("https://{account-name}..."));
        }
    }

    private static void checkStorageOs(StorageOSVolumeSource source, Path path, Problems problems) {
        Checks.requiredLabel(source.volumeName(), path, "volumeName", problems);
        if (!source.volumeNamespace().isEmpty()) {
            VolumeRules.checkLabel(source.volumeNamespace(), path.child("volumeNamespace"), problems);
        }
        checkSecret(source.secretRef(), path, "secretRef", problems);
    }

    private static void checkCsi(CSIVolumeSource source, Path path, Problems problems) {
        var driver = source.driver();
        if (driver.isEmpty()) {
            problems.required(path.child("driver"), "");
        }
        if (driver.length() > MAX_DRIVER) {
            problems.tooLong(path.child("driver"), MAX_DRIVER);
        }
        problems.invalidAll(path.child("driver"), driver, Formats.dns1123Subdomain(driver.toLowerCase(Locale.ROOT)));
        var secret = source.nodePublishSecretRef();
        if (secret != null) {
            Checks.required(secret.name(), path.child("nodePublishSecretRef"), "name", problems);
            if (!secret.name().isEmpty()) {
                problems.invalidAll(path.child("name"), secret.name(), Formats.dns1123Subdomain(secret.name()));
            }
        }
    }

    private static void checkByte(int value, Path parent, String field, Problems problems) {
        problems.invalidAll(parent.child(field), value, Formats.inRange(value, 0, MAX_BYTE));
    }

    private static void requireOne(List<String> values, Path parent, String field, Problems problems) {
        if (values.isEmpty()) {
            problems.required(parent.child(field), "");
        }
    }

    private static void checkSecret(
            @Nullable LocalObjectReference secret, Path parent, String field, Problems problems) {
        if (secret != null) {
            Checks.required(secret.name(), parent.child(field), "name", problems);
        }
    }
}
