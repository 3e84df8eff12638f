package io.podium.apiserver.rules;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.DeploymentSpec;
import io.podium.api.apps.DeploymentStatus;
import io.podium.api.apps.DeploymentStatusBuilder;
import io.podium.api.apps.DeploymentStrategy;
import io.podium.api.apps.RollingUpdateDeployment;
import io.podium.api.apps.RollingUpdateDeploymentBuilder;
import io.podium.api.meta.IntOrString;
import io.podium.apiserver.rules.pod.PodTemplates;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deployments: how they are rolled out, and that their selector stays. */
final class DeploymentRules implements KindRules<Deployment> {
    private static final DeploymentStatus NO_STATUS = new DeploymentStatusBuilder().build();
    private static final IntOrString QUARTER = IntOrString.of("25%");
    private static final IntOrString NONE = IntOrString.of(0);
    private static final List<String> STRATEGIES = List.of("Recreate", "RollingUpdate");
    private static final Path SPEC = Path.of("spec");
    private static final Path REPLICAS = SPEC.child("replicas");
    private static final Path MIN_READY = SPEC.child("minReadySeconds");
    private static final Path HISTORY = SPEC.child("revisionHistoryLimit");
    private static final Path DEADLINE = SPEC.child("progressDeadlineSeconds");
    private static final Path STRATEGY = SPEC.child("strategy");
    private static final Path ROLLING = STRATEGY.child("rollingUpdate");
    private static final Path MAX_UNAVAILABLE = ROLLING.child("maxUnavailable");
    private static final Path MAX_SURGE = ROLLING.child("maxSurge");

    @Override
    public boolean hasGeneration() {
        return true;
    }

    @Override
    public boolean changesGeneration(Deployment updated, Deployment old) {
        return !updated.spec().equals(old.spec())
                || !updated.metadata().annotations().equals(old.metadata().annotations());
    }

    @Override
    public Deployment defaults(Deployment deployment) {
        var spec = deployment.spec();
        if (spec.replicas() == null) {
            spec = spec.withReplicas(1);
        }
        if (spec.revisionHistoryLimit() == null) {
            spec = spec.withRevisionHistoryLimit(10);
        }
        if (spec.progressDeadlineSeconds() == null) {
            spec = spec.withProgressDeadlineSeconds(600);
        }
        var strategy = defaults(spec.strategy());
        if (strategy != spec.strategy()) {
            spec = spec.withStrategy(strategy);
        }
        var template = PodTemplates.defaults(spec.template());
        if (template != spec.template()) {
            spec = spec.withTemplate(template);
        }
        return spec == deployment.spec() ? deployment : deployment.withSpec(spec);
    }

    private static DeploymentStrategy defaults(DeploymentStrategy strategy) {
        var typed = strategy.type().isEmpty() ? strategy.withType("RollingUpdate") : strategy;
        if (!typed.type().equals("RollingUpdate")) {
            return typed;
        }
        var said = typed.rollingUpdate();
        var rolling = said == null ? new RollingUpdateDeploymentBuilder().build() : said;
        if (rolling.maxUnavailable() == null) {
            rolling = rolling.withMaxUnavailable(QUARTER);
        }
        if (rolling.maxSurge() == null) {
            rolling = rolling.withMaxSurge(QUARTER);
        }
        return rolling == said ? typed : typed.withRollingUpdate(rolling);
    }

    @Override
    public Deployment prepareForCreate(Deployment deployment) {
        return deployment.withStatus(NO_STATUS);
    }

    @Override
    public Deployment prepareForUpdate(Deployment updated, Deployment old) {
        return updated.withStatus(old.status());
    }

    @Override
    public Deployment prepareForStatusUpdate(Deployment updated, Deployment old) {
        return updated.withSpec(old.spec())
                .withMetadata(updated.metadata().withLabels(old.metadata().labels()));
    }

    @Override
    public void validateCreate(Deployment deployment, Problems problems) {
        var spec = deployment.spec();
        Checks.notNegative(REPLICAS, spec.replicas(), problems);
        ReplicatedTemplates.validate(
                spec.selector(),
                spec.template(),
                spec.replicasOrDefault(),
                "empty selector is invalid for deployment",
                problems);
        validate(spec.strategy(), problems);
        Checks.notNegative(MIN_READY, spec.minReadySeconds(), problems);
        Checks.notNegative(HISTORY, spec.revisionHistoryLimit(), problems);
        validateDeadline(spec, problems);
    }

    @Override
    public void validateUpdate(Deployment updated, Deployment old, Problems problems) {
        validateCreate(updated, problems);
        Checks.immutable(
                SPEC.child("selector"), updated.spec().selector(), old.spec().selector(), problems);
    }

    @Override
    public void validateStatusUpdate(Deployment updated, Deployment old, Problems problems) {
        DeploymentStatusRules.validate(updated.status(), old.status(), problems);
    }

    private static void validateDeadline(DeploymentSpec spec, Problems problems) {
        var deadline = spec.progressDeadlineSeconds();
        if (deadline != null) {
            Checks.notNegative(DEADLINE, deadline, problems);
            if (deadline <= spec.minReadySeconds()) {
                problems.invalid(DEADLINE, deadline, "must be greater than minReadySeconds");
            }
        }
    }

    private static void validate(DeploymentStrategy strategy, Problems problems) {
        switch (strategy.type()) {
            case "Recreate" -> {
                if (strategy.rollingUpdate() != null) {
                    problems.forbidden(ROLLING, "may not be specified when strategy `type` is 'Recreate'");
                }
            }
            case "RollingUpdate" -> validate(strategy.rollingUpdate(), problems);
            default -> problems.notSupported(STRATEGY, strategy.type(), STRATEGIES);
        }
    }

    private static void validate(@Nullable RollingUpdateDeployment rolling, Problems problems) {
        if (rolling == null) {
            problems.required(ROLLING, "this should be defaulted and never be nil");
            return;
        }
        var unavailable = rolling.maxUnavailableOrDefault();
        var surge = rolling.maxSurgeOrDefault();
        Checks.countOrPercent(MAX_UNAVAILABLE, unavailable, problems);
        Checks.countOrPercent(MAX_SURGE, surge, problems);
        if (isNone(unavailable) && isNone(surge)) {
            problems.invalid(MAX_UNAVAILABLE, unavailable, "may not be 0 when `maxSurge` is 0");
        }
        Checks.atMostAll(MAX_UNAVAILABLE, unavailable, problems);
    }

    /** Kubernetes takes a text that is no percentage for none too. */
    private static boolean isNone(IntOrString share) {
        return share.equals(NONE) || share instanceof IntOrString.Text && Checks.percent(share) <= 0;
    }
}
