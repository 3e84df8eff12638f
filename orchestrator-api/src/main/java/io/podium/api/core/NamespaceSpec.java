package io.podium.api.core;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import java.util.List;

/**
 * The namespace spec of {@code Namespace.spec}.
 *
 * @param finalizers the finalizers: {@code finalizers}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record NamespaceSpec(@Proto(1) List<String> finalizers, UnknownFields unknown) implements NamespaceSpecWith {
    /** Copies lists and maps; maps are sorted by key. */
    public NamespaceSpec {
        finalizers = List.copyOf(finalizers);
    }
}
