package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The volume projection of {@code Pod.spec.volumes[].projected.sources[]}.
 *
 * @param secret the secret: {@code secret}
 * @param downwardAPI the downward API: {@code downwardAPI}
 * @param configMap the config map: {@code configMap}
 * @param serviceAccountToken the service account token: {@code serviceAccountToken}
 * @param clusterTrustBundle the cluster trust bundle: {@code clusterTrustBundle}
 * @param podCertificate the pod certificate: {@code podCertificate}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record VolumeProjection(
        @Proto(1) @Nullable SecretProjection secret,
        @Proto(2) @Nullable DownwardAPIProjection downwardAPI,
        @Proto(3) @Nullable ConfigMapProjection configMap,
        @Proto(4) @Nullable ServiceAccountTokenProjection serviceAccountToken,
        @Proto(5) @Nullable ClusterTrustBundleProjection clusterTrustBundle,
        @Proto(6) @Nullable PodCertificateProjection podCertificate,
        UnknownFields unknown)
        implements VolumeProjectionWith {}
