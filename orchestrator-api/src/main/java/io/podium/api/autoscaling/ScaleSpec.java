package io.podium.api.autoscaling;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * Kubernetes' scale spec.
 *
 * @param replicas the replicas: {@code replicas}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ScaleSpec(@Proto(1) int replicas, UnknownFields unknown) implements ScaleSpecWith {}
