package io.podium.api.apps;

import io.podium.api.core.PodTemplateSpec;
import io.podium.api.meta.LabelSelector;
import io.podium.api.schema.Always;
import io.podium.api.schema.ApiType;
import io.podium.api.schema.Atomic;
import io.podium.api.schema.Default;
import io.podium.api.schema.Proto;
import io.podium.api.schema.RetainKeys;
import io.podium.api.schema.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * The deployment spec of {@code Deployment.spec}.
 *
 * @param replicas the replicas: {@code replicas}
 * @param selector the selector: {@code selector}
 * @param template the template: {@code template}
 * @param strategy the strategy: {@code strategy}
 * @param minReadySeconds the min ready seconds: {@code minReadySeconds}
 * @param revisionHistoryLimit the revision history limit: {@code revisionHistoryLimit}
 * @param paused the paused: {@code paused}
 * @param progressDeadlineSeconds the progress deadline seconds: {@code progressDeadlineSeconds}
 * @param unknown the fields that this record does not declare
 */
@ApiType
public record DeploymentSpec(
        @Proto(1) @Default("1") @Nullable Integer replicas,
        @Proto(2) @Always @Atomic @Nullable LabelSelector selector,
        @Proto(3) @Always PodTemplateSpec template,
        @Proto(4) @Always @RetainKeys DeploymentStrategy strategy,
        @Proto(5) int minReadySeconds,
        @Proto(6) @Default("10") @Nullable Integer revisionHistoryLimit,
        @Proto(7) boolean paused,
        @Proto(9) @Default("600") @Nullable Integer progressDeadlineSeconds,
        UnknownFields unknown)
        implements DeploymentSpecWith {}
