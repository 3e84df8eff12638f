package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The config map node config source of {@code Node.spec.configSource.configMap}.
 *
 * @param namespace the namespace: {@code namespace}
 * @param name the name: {@code name}
 * @param uid the uid: {@code uid}
 * @param resourceVersion the resource version: {@code resourceVersion}
 * @param kubeletConfigKey the kubelet config key: {@code kubeletConfigKey}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ConfigMapNodeConfigSource(
        @Proto(1) @Always String namespace,
        @Proto(2) @Always String name,
        @Proto(3) String uid,
        @Proto(4) String resourceVersion,
        @Proto(5) @Always String kubeletConfigKey,
        UnknownFields unknown)
        implements ConfigMapNodeConfigSourceWith {}
