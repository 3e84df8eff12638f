package io.podium.cluster;

import io.podium.api.controller.ControllerSpec;
import io.podium.api.meta.Kinds;
import io.podium.controller.deployment.DeploymentController;
import io.podium.controller.job.JobController;
import io.podium.controller.namespace.NamespaceController;
import io.podium.controller.nodelifecycle.TaintEviction;
import io.podium.controller.replicaset.ReplicaSetController;
import io.podium.controller.serviceaccount.ServiceAccountController;
import io.podium.controller.ttlafterfinished.TtlAfterFinishedController;
import java.util.List;

/** The controllers that every cluster runs. */
final class BuiltInControllers {
    private BuiltInControllers() {}

    static List<ControllerSpec> of(Kinds kinds) {
        return List.of(
                ServiceAccountController.spec(),
                NamespaceController.spec(kinds::all),
                DeploymentController.spec(),
                ReplicaSetController.spec(),
                JobController.spec(),
                JobController.orphans(),
                TtlAfterFinishedController.spec(),
                TaintEviction.spec());
    }
}
