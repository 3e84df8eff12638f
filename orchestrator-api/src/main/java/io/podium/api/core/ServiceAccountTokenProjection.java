package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The service account token projection of {@code Pod.spec.volumes[].projected.sources[].serviceAccountToken}.
 *
 * @param audience the audience: {@code audience}
 * @param expirationSeconds the expiration seconds: {@code expirationSeconds}
 * @param path the path: {@code path}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ServiceAccountTokenProjection(
        @Proto(1) String audience,
        @Proto(2) @Nullable Long expirationSeconds,
        @Proto(3) @Always String path,
        UnknownFields unknown)
        implements ServiceAccountTokenProjectionWith {}
