package io.podium.api.apps;

/** Makes a {@link Deployment}, field by field. Not safe for use by several threads. */
public final class DeploymentBuilder extends DeploymentBuilderBase<DeploymentBuilder> {

    /** A builder of a {@code Deployment} in which nothing is said yet. */
    public DeploymentBuilder() {}

    @Override
    DeploymentBuilder self() {
        return this;
    }
}
