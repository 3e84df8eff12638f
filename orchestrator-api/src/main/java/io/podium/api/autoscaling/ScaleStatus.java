package io.podium.api.autoscaling;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * Kubernetes' scale status.
 *
 * @param replicas the replicas: {@code replicas}
 * @param selector the selector: {@code selector}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ScaleStatus(
        @Proto(1) @Always int replicas, @Proto(2) String selector, UnknownFields unknown) implements ScaleStatusWith {}
