package io.podium.api.apps;

import io.podium.api.meta.IntOrString;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Default;
import io.podium.api.schema.Proto;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The rolling update deployment of {@code Deployment.spec.strategy.rollingUpdate}.
 *
 * @param maxUnavailable the max unavailable: {@code maxUnavailable}
 * @param maxSurge the max surge: {@code maxSurge}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record RollingUpdateDeployment(
        @Proto(1) @Default("25%") @Nullable IntOrString maxUnavailable,
        @Proto(2) @Default("25%") @Nullable IntOrString maxSurge,
        UnknownFields unknown)
        implements RollingUpdateDeploymentWith {}
