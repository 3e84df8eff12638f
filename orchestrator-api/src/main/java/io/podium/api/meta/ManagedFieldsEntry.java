package io.podium.api.meta;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The managed fields entry of {@code Deployment.metadata.managedFields[]}.
 *
 * @param manager the manager: {@code manager}
 * @param operation the operation: {@code operation}
 * @param apiVersion the api version: {@code apiVersion}
 * @param time the time: {@code time}
 * @param fieldsType the fields type: {@code fieldsType}
 * @param fieldsV1 the fields V1: {@code fieldsV1}
 * @param subresource the subresource: {@code subresource}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ManagedFieldsEntry(
        @Proto(1) String manager,
        @Proto(2) String operation,
        @Proto(3) String apiVersion,
        @Proto(4) @Nullable Instant time,
        @Proto(6) String fieldsType,
        @Proto(7) @Nullable Json fieldsV1,
        @Proto(8) String subresource,
        UnknownFields unknown)
        implements ManagedFieldsEntryWith {}
