package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The pod certificate projection of {@code Pod.spec.volumes[].projected.sources[].podCertificate}.
 *
 * @param signerName the signer name: {@code signerName}
 * @param keyType the key type: {@code keyType}
 * @param maxExpirationSeconds the max expiration seconds: {@code maxExpirationSeconds}
 * @param credentialBundlePath the credential bundle path: {@code credentialBundlePath}
 * @param keyPath the key path: {@code keyPath}
 * @param certificateChainPath the certificate chain path: {@code certificateChainPath}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodCertificateProjection(
        @Proto(1) String signerName,
        @Proto(2) String keyType,
        @Proto(3) @Nullable Integer maxExpirationSeconds,
        @Proto(4) String credentialBundlePath,
        @Proto(5) String keyPath,
        @Proto(6) String certificateChainPath,
        UnknownFields unknown)
        implements PodCertificateProjectionWith {}
