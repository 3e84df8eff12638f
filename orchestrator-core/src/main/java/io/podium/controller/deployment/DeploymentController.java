package io.podium.controller.deployment;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.client.Change;
import io.podium.api.controller.ControllerContext;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.controller.Keys;
import io.podium.api.core.Pod;
import io.podium.api.meta.ObjectKey;
import java.util.List;

/** The controller of deployments. */
public final class DeploymentController {
    private static final int WORKERS = 5;

    private DeploymentController() {}

    /**
     * What the controller is made of.
     *
     * @return its description
     */
    public static ControllerSpec spec() {
        return ControllerSpec.named("deployment-controller")
                .workers(WORKERS)
                .watches(Deployment.KIND, Keys.self())
                .watches(ReplicaSet.KIND, Keys.controller(Deployment.KIND))
                .watches(Pod.KIND, DeploymentController::deploymentOf)
                .reconciles(DeploymentReconciler::new);
    }

    /** The deployment that waits for the last of its old pods to be gone. */
    private static List<ObjectKey> deploymentOf(ControllerContext context, Change<Pod> change) {
        var pod = change.before();
        if (pod == null || change.after() != null) {
            return List.of();
        }
        return Keys.<Pod>controller(ReplicaSet.KIND).apply(change).stream()
                .flatMap(key -> context.lister(ReplicaSet.KIND).find(key).stream())
                .flatMap(set -> Keys.<ReplicaSet>controller(Deployment.KIND).apply(new Change<>(null, set)).stream())
                .filter(key -> context.lister(Deployment.KIND)
                        .find(key)
                        .filter(deployment ->
                                deployment.spec().strategy().type().equals("Recreate"))
                        .isPresent())
                .toList();
    }
}
