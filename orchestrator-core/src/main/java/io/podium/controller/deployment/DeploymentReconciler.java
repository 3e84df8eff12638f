package io.podium.controller.deployment;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.client.Client;
import io.podium.api.client.Lister;
import io.podium.api.controller.ControllerContext;
import io.podium.api.controller.EventRecorder;
import io.podium.api.controller.Reconciler;
import io.podium.api.controller.Result;
import io.podium.api.core.Pod;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.Selector;
import io.podium.controller.kit.Ownership;
import io.podium.controller.kit.Pods;
import java.util.List;

/** Takes a {@link Deployment} one step further on its way to its template and size, and reports how far it has come. */
final class DeploymentReconciler implements Reconciler {
    private final Lister<Deployment> deployments;
    private final Lister<Pod> pods;
    private final Ownership<ReplicaSet> ownership;
    private final EventRecorder events;
    private final Scaling scaling;
    private final Revisions revisions;
    private final Reporting reporting;

    DeploymentReconciler(ControllerContext context) {
        Client client = context.client();
        Dispatcher dispatcher = context.dispatcher();
        this.deployments = context.lister(Deployment.KIND);
        this.pods = context.lister(Pod.KIND);
        this.ownership = new Ownership<>(client, context.lister(ReplicaSet.KIND));
        this.events = context.events();
        this.scaling = new Scaling(client, events);
        this.reporting = new Reporting(client, dispatcher);
        this.revisions = new Revisions(client, scaling, reporting);
    }

    @Override
    public Result reconcile(ObjectKey key) {
        var found = deployments.find(key);
        if (found.isEmpty()) {
            return Result.done();
        }
        var deployment = found.get();
        var selector = deployment.spec().selector();
        if (selector == null || Selector.of(selector).isEmpty()) {
            events.warning(
                    deployment,
                    "SelectingAll",
                    "This deployment is selecting all pods. A non-empty selector is required.");
            return Result.done();
        }
        var rollout = new Rollout(deployment, ownership.claim(deployment, Selector.of(selector)));
        if (deployment.isTerminating()) {
            return reporting.reportSizes(rollout);
        }
        rollout = rollout.with(reporting.withPauseTold(rollout.deployment()));
        if (deployment.spec().paused() || isRescaled(rollout) && isResizable(rollout)) {
            return resize(rollout);
        }
        return rollout.isRolling() ? roll(rollout) : recreate(rollout);
    }

    /** Whether the size has changed since the replica sets were scaled last. */
    private static boolean isRescaled(Rollout rollout) {
        return rollout.active().stream().anyMatch(set -> Scaling.isScaledForAnotherSize(rollout, set));
    }

    /** Whether its sets can be brought to another size as they are: those of a rollout that ends all old pods first cannot share one. */
    private static boolean isResizable(Rollout rollout) {
        return rollout.isRolling() || rollout.active().size() <= 1;
    }

    private Result resize(Rollout rollout) {
        var numbered = revisions.synchronised(rollout);
        var resized = scaling.resized(numbered);
        if (resized.deployment().spec().paused()) {
            revisions.forgetOldest(resized);
        }
        return reporting.reportSizes(resized);
    }

    private Result roll(Rollout found) {
        var rollout = revisions.withNewSet(found);
        var grown = scaling.withNewSetGrown(rollout);
        if (grown != rollout) {
            return reporting.reportProgress(grown);
        }
        var shrunk = scaling.withOldSetsShrunk(rollout);
        if (shrunk != rollout) {
            return reporting.reportProgress(shrunk);
        }
        return finish(rollout);
    }

    private Result recreate(Rollout found) {
        var rollout = revisions.synchronised(found);
        var emptied = scaling.withOldSetsEmptied(rollout);
        if (emptied != rollout || oldPodsRun(rollout)) {
            return reporting.reportProgress(emptied);
        }
        var renewed = revisions.withNewSet(rollout);
        return finish(scaling.withNewSetGrown(renewed));
    }

    private Result finish(Rollout rollout) {
        if (Progress.isComplete(rollout.deployment(), Progress.status(rollout))) {
            revisions.forgetOldest(rollout);
        }
        return reporting.reportProgress(rollout);
    }

    private boolean oldPodsRun(Rollout rollout) {
        return rollout.oldSets().stream()
                .map(pods::controlledBy)
                .flatMap(List::stream)
                .anyMatch(pod -> !Pods.hasEnded(pod));
    }
}
