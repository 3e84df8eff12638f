package io.podium.api.apps;

import io.podium.api.schema.ApiType;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The deployment strategy of {@code Deployment.spec.strategy}.
 *
 * @param type the type: {@code type}
 * @param rollingUpdate the rolling update: {@code rollingUpdate}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record DeploymentStrategy(
        @Proto(1) String type, @Proto(2) @Nullable RollingUpdateDeployment rollingUpdate, UnknownFields unknown)
        implements DeploymentStrategyWith {}
