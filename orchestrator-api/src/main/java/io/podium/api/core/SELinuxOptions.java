package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The SE linux options of {@code Pod.spec.securityContext.seLinuxOptions}.
 *
 * @param user the user: {@code user}
 * @param role the role: {@code role}
 * @param type the type: {@code type}
 * @param level the level: {@code level}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record SELinuxOptions(
        @Proto(1) String user,
        @Proto(2) String role,
        @Proto(3) String type,
        @Proto(4) String level,
        UnknownFields unknown)
        implements SELinuxOptionsWith {}
