package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The local object reference of {@code ServiceAccount.imagePullSecrets[]}.
 *
 * @param name the name: {@code name}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record LocalObjectReference(@Proto(1) String name, UnknownFields unknown) implements LocalObjectReferenceWith {}
