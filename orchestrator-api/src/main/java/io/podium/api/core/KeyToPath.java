package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The key to path of {@code Pod.spec.volumes[].secret.items[]}.
 *
 * @param key the key: {@code key}
 * @param path the path: {@code path}
 * @param mode the mode: {@code mode}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record KeyToPath(
        @Proto(1) @Always String key,
        @Proto(2) @Always String path,
        @Proto(3) @Nullable Integer mode,
        UnknownFields unknown)
        implements KeyToPathWith {}
