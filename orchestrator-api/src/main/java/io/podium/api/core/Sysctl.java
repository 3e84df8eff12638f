package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The sysctl of {@code Pod.spec.securityContext.sysctls[]}.
 *
 * @param name the name: {@code name}
 * @param value the value: {@code value}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record Sysctl(
        @Proto(1) @Always String name, @Proto(2) @Always String value, UnknownFields unknown) implements SysctlWith {}
