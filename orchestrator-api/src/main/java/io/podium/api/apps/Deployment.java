package io.podium.api.apps;

import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectMeta;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiResource;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;

/**
 * The kind {@code Deployment}.
 *
 * @param metadata the metadata: {@code metadata}
 * @param spec the spec: {@code spec}
 * @param status the status: {@code status}
 * @param unknown the fields that this record does not declare
 */
@ApiType(prose = true)
@ApiResource(
        group = "apps",
        plural = "deployments",
        shortNames = "deploy",
        categories = "all",
        subresources = {"status", "scale"})
public record Deployment(
        @Proto(1) @Always ObjectMeta metadata,
        @Proto(2) @Always DeploymentSpec spec,
        @Proto(3) @Always DeploymentStatus status,
        UnknownFields unknown)
        implements DeploymentWith {
    /** The kind of these objects. */
    public static final Kind<Deployment> KIND = Kind.of(Deployment.class);

    /**
     * Begins the description of a {@code Deployment}. Its pods carry the label {@code app} of that name, and it selects
     * them by it, unless {@link DeploymentBuilder#selector} says otherwise.
     *
     * @param name its name
     * @return a builder
     */
    public static DeploymentBuilder named(String name) {
        return DeploymentBuilder.selectingItself(name);
    }
}
