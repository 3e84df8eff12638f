package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The seccomp profile of {@code Pod.spec.securityContext.seccompProfile}.
 *
 * @param type the type: {@code type}
 * @param localhostProfile the localhost profile: {@code localhostProfile}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record SeccompProfile(
        @Proto(1) @Always String type, @Proto(2) @Nullable String localhostProfile, UnknownFields unknown)
        implements SeccompProfileWith {}
