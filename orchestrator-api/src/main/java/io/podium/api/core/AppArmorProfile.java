package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The app armor profile of {@code Pod.spec.securityContext.appArmorProfile}.
 *
 * @param type the type: {@code type}
 * @param localhostProfile the localhost profile: {@code localhostProfile}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record AppArmorProfile(
        @Proto(1) @Always String type, @Proto(2) @Nullable String localhostProfile, UnknownFields unknown)
        implements AppArmorProfileWith {}
