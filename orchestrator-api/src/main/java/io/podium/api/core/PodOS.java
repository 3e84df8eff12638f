package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The pod OS of {@code Pod.spec.os}.
 *
 * @param name the name: {@code name}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record PodOS(@Proto(1) @Always String name, UnknownFields unknown) implements PodOSWith {}
