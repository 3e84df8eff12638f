package io.podium.api.apps;

import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiResource;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The kind {@code ReplicaSet}.
 *
 * @param metadata the metadata: {@code metadata}
 * @param spec the spec: {@code spec}
 * @param status the status: {@code status}
 * @param unknown the fields that this record does not declare
 */
@ApiType(prose = true)
@ApiResource(
        group = "apps",
        plural = "replicasets",
        shortNames = "rs",
        categories = "all",
        subresources = {"status", "scale"})
public record ReplicaSet(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(2) @Always ReplicaSetSpec spec,
        @Proto(3) @Always ReplicaSetStatus status,
        UnknownFields unknown)
        implements ReplicaSetWith {
    /** The kind of these objects. */
    public static final Kind<ReplicaSet> KIND = Kind.of(ReplicaSet.class);

    /**
     * Begins the description of a {@code ReplicaSet}. Its pods carry the label {@code app} of that name, and it selects
     * them by it, unless {@link ReplicaSetBuilder#selector} says otherwise.
     *
     * @param name its name
     * @return a builder
     */
    public static ReplicaSetBuilder named(String name) {
        return ReplicaSetBuilder.selectingItself(name);
    }
}
