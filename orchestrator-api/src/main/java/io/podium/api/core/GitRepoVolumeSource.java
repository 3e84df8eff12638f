package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The git repo volume source of {@code Pod.spec.volumes[].gitRepo}.
 *
 * @param repository the repository: {@code repository}
 * @param revision the revision: {@code revision}
 * @param directory the directory: {@code directory}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record GitRepoVolumeSource(
        @Proto(1) @Always String repository,
        @Proto(2) String revision,
        @Proto(3) String directory,
        UnknownFields unknown)
        implements GitRepoVolumeSourceWith {}
