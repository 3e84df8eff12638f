package io.podium.api.batch;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The pod failure policy on pod conditions pattern of {@code Job.spec.podFailurePolicy.rules[].onPodConditions[]}.
 *
 * @param type the type: {@code type}
 * @param status the status: {@code status}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodFailurePolicyOnPodConditionsPattern(
        @Proto(1) @Always String type, @Proto(2) @Always String status, UnknownFields unknown)
        implements PodFailurePolicyOnPodConditionsPatternWith {}
