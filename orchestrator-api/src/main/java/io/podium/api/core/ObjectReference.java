package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The object reference of {@code Event.involvedObject}.
 *
 * @param kind the kind: {@code kind}
 * @param namespace the namespace: {@code namespace}
 * @param name the name: {@code name}
 * @param uid the uid: {@code uid}
 * @param apiVersion the api version: {@code apiVersion}
 * @param resourceVersion the resource version: {@code resourceVersion}
 * @param fieldPath the field path: {@code fieldPath}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record ObjectReference(
        @Proto(1) String kind,
        @Proto(2) String namespace,
        @Proto(3) String name,
        @Proto(4) String uid,
        @Proto(5) String apiVersion,
        @Proto(6) String resourceVersion,
        @Proto(7) String fieldPath,
        UnknownFields unknown)
        implements ObjectReferenceWith {}
