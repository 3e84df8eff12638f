package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The sleep action of {@code Pod.spec.initContainers[].lifecycle.postStart.sleep}.
 *
 * @param seconds the seconds: {@code seconds}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record SleepAction(@Proto(1) @Always long seconds, UnknownFields unknown) implements SleepActionWith {}
