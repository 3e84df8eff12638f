package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The object field selector of {@code Pod.spec.volumes[].downwardAPI.items[].fieldRef}.
 *
 * @param apiVersion the api version: {@code apiVersion}
 * @param fieldPath the field path: {@code fieldPath}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ObjectFieldSelector(
        @Proto(1) String apiVersion, @Proto(2) @Always String fieldPath, UnknownFields unknown)
        implements ObjectFieldSelectorWith {}
