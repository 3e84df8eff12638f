package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The node config source of {@code Node.spec.configSource}.
 *
 * @param configMap the config map: {@code configMap}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NodeConfigSource(@Proto(2) @Nullable ConfigMapNodeConfigSource configMap, UnknownFields unknown)
        implements NodeConfigSourceWith {}
