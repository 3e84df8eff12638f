package io.podium.api.core;

import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The container image of {@code Node.status.images[]}.
 *
 * @param names the names: {@code names}
 * @param sizeBytes the size bytes: {@code sizeBytes}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ContainerImage(
        @Proto(1) @Always List<String> names, @Proto(2) long sizeBytes, UnknownFields unknown)
        implements ContainerImageWith {
    /** Copies lists and maps; maps are sorted by key. */
    public ContainerImage {
        names = List.copyOf(names);
    }
}
