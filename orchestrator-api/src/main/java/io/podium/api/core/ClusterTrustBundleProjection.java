package io.podium.api.core;

import io.podium.api.meta.LabelSelector;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The cluster trust bundle projection of {@code Pod.spec.volumes[].projected.sources[].clusterTrustBundle}.
 *
 * @param name the name: {@code name}
 * @param signerName the signer name: {@code signerName}
 * @param labelSelector the label selector: {@code labelSelector}
 * @param optional the optional: {@code optional}
 * @param path the path: {@code path}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ClusterTrustBundleProjection(
        @Proto(1) @Nullable String name,
        @Proto(2) @Nullable String signerName,
        @Proto(3) @Atomic @Nullable LabelSelector labelSelector,
        @Proto(5) @Nullable Boolean optional,
        @Proto(4) @Always String path,
        UnknownFields unknown)
        implements ClusterTrustBundleProjectionWith {}
