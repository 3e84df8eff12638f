package io.podium.api.apps;

import io.podium.api.core.PodTemplateSpec;
import io.podium.api.meta.LabelSelector;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Default;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The replica set spec of {@code ReplicaSet.spec}.
 *
 * @param replicas the replicas: {@code replicas}
 * @param minReadySeconds the min ready seconds: {@code minReadySeconds}
 * @param selector the selector: {@code selector}
 * @param template the template: {@code template}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ReplicaSetSpec(
        @Proto(1) @Default("1") @Nullable Integer replicas,
        @Proto(4) int minReadySeconds,
        @Proto(2) @Always @Atomic @Nullable LabelSelector selector,
        @Proto(3) @Always PodTemplateSpec template,
        UnknownFields unknown)
        implements ReplicaSetSpecWith {}
