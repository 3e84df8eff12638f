package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The preferred scheduling term of {@code Pod.spec.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[]}.
 *
 * @param weight the weight: {@code weight}
 * @param preference the preference: {@code preference}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PreferredSchedulingTerm(
        @Proto(1) @Always int weight,
        @Proto(2) @Always @Atomic NodeSelectorTerm preference,
        UnknownFields unknown) implements PreferredSchedulingTermWith {}
