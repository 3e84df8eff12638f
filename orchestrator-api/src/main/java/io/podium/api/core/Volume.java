package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The volume of {@code Pod.spec.volumes[]}.
 *
 * @param name the name: {@code name}
 * @param hostPath the host path: {@code hostPath}
 * @param emptyDir the empty dir: {@code emptyDir}
 * @param gcePersistentDisk the gce persistent disk: {@code gcePersistentDisk}
 * @param awsElasticBlockStore the aws elastic block store: {@code awsElasticBlockStore}
 * @param gitRepo the git repo: {@code gitRepo}
 * @param secret the secret: {@code secret}
 * @param nfs the nfs: {@code nfs}
 * @param iscsi the iscsi: {@code iscsi}
 * @param glusterfs the glusterfs: {@code glusterfs}
 * @param persistentVolumeClaim the persistent volume claim: {@code persistentVolumeClaim}
 * @param rbd the rbd: {@code rbd}
 * @param flexVolume the flex volume: {@code flexVolume}
 * @param cinder the cinder: {@code cinder}
 * @param cephfs the cephfs: {@code cephfs}
 * @param flocker the flocker: {@code flocker}
 * @param downwardAPI the downward API: {@code downwardAPI}
 * @param fc the fc: {@code fc}
 * @param azureFile the azure file: {@code azureFile}
 * @param configMap the config map: {@code configMap}
 * @param vsphereVolume the vsphere volume: {@code vsphereVolume}
 * @param quobyte the quobyte: {@code quobyte}
 * @param azureDisk the azure disk: {@code azureDisk}
 * @param photonPersistentDisk the photon persistent disk: {@code photonPersistentDisk}
 * @param projected the projected: {@code projected}
 * @param portworxVolume the portworx volume: {@code portworxVolume}
 * @param scaleIO the scale IO: {@code scaleIO}
 * @param storageos the storageos: {@code storageos}
 * @param csi the csi: {@code csi}
 * @param ephemeral the ephemeral: {@code ephemeral}
 * @param image the image: {@code image}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record Volume(
        @Proto(1) @Always String name,
        @Proto(value = 1, in = 2) @Nullable HostPathVolumeSource hostPath,
        @Proto(value = 2, in = 2) @Nullable EmptyDirVolumeSource emptyDir,
        @Proto(value = 3, in = 2) @Nullable GCEPersistentDiskVolumeSource gcePersistentDisk,
        @Proto(value = 4, in = 2) @Nullable AWSElasticBlockStoreVolumeSource awsElasticBlockStore,
        @Proto(value = 5, in = 2) @Nullable GitRepoVolumeSource gitRepo,
        @Proto(value = 6, in = 2) @Nullable SecretVolumeSource secret,
        @Proto(value = 7, in = 2) @Nullable NFSVolumeSource nfs,
        @Proto(value = 8, in = 2) @Nullable ISCSIVolumeSource iscsi,
        @Proto(value = 9, in = 2) @Nullable GlusterfsVolumeSource glusterfs,
        @Proto(value = 10, in = 2) @Nullable PersistentVolumeClaimVolumeSource persistentVolumeClaim,
        @Proto(value = 11, in = 2) @Nullable RBDVolumeSource rbd,
        @Proto(value = 12, in = 2) @Nullable FlexVolumeSource flexVolume,
        @Proto(value = 13, in = 2) @Nullable CinderVolumeSource cinder,
        @Proto(value = 14, in = 2) @Nullable CephFSVolumeSource cephfs,
        @Proto(value = 15, in = 2) @Nullable FlockerVolumeSource flocker,
        @Proto(value = 16, in = 2) @Nullable DownwardAPIVolumeSource downwardAPI,
        @Proto(value = 17, in = 2) @Nullable FCVolumeSource fc,
        @Proto(value = 18, in = 2) @Nullable AzureFileVolumeSource azureFile,
        @Proto(value = 19, in = 2) @Nullable ConfigMapVolumeSource configMap,
        @Proto(value = 20, in = 2) @Nullable VsphereVirtualDiskVolumeSource vsphereVolume,
        @Proto(value = 21, in = 2) @Nullable QuobyteVolumeSource quobyte,
        @Proto(value = 22, in = 2) @Nullable AzureDiskVolumeSource azureDisk,
        @Proto(value = 23, in = 2) @Nullable PhotonPersistentDiskVolumeSource photonPersistentDisk,
        @Proto(value = 26, in = 2) @Nullable ProjectedVolumeSource projected,
        @Proto(value = 24, in = 2) @Nullable PortworxVolumeSource portworxVolume,
        @Proto(value = 25, in = 2) @Nullable ScaleIOVolumeSource scaleIO,
        @Proto(value = 27, in = 2) @Nullable StorageOSVolumeSource storageos,
        @Proto(value = 28, in = 2) @Nullable CSIVolumeSource csi,
        @Proto(value = 29, in = 2) @Nullable EphemeralVolumeSource ephemeral,
        @Proto(value = 30, in = 2) @Nullable ImageVolumeSource image,
        UnknownFields unknown)
        implements VolumeWith {}
