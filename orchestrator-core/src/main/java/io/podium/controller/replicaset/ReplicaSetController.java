package io.podium.controller.replicaset;

import io.podium.api.apps.ReplicaSet;
import io.podium.api.client.Change;
import io.podium.api.controller.ControllerContext;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.controller.Keys;
import io.podium.api.core.Pod;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.Selector;
import java.util.ArrayList;
import java.util.List;

/** The controller of replica sets. */
public final class ReplicaSetController {
    private static final int WORKERS = 5;

    private ReplicaSetController() {}

    /**
     * What the controller is made of.
     *
     * @return its description
     */
    public static ControllerSpec spec() {
        return ControllerSpec.named("replicaset-controller")
                .workers(WORKERS)
                .watches(ReplicaSet.KIND, Keys.self())
                .watches(Pod.KIND, ReplicaSetController::setsOf)
                .reconciles(ReplicaSetReconciler::new);
    }

    /** The sets that a change of a pod concerns: those that control it, and for an orphan those that may adopt it. */
    private static List<ObjectKey> setsOf(ControllerContext context, Change<Pod> change) {
        var keys = new ArrayList<>(Keys.<Pod>controller(ReplicaSet.KIND).apply(change));
        var pod = change.after();
        if (pod != null && !pod.isTerminating() && !isControlled(pod)) {
            for (var set : context.lister(ReplicaSet.KIND).in(pod.namespace())) {
                if (Selector.of(set.spec().selector()).matches(pod.metadata().labels())) {
                    keys.add(set.key());
                }
            }
        }
        return keys;
    }

    private static boolean isControlled(ApiObject<?> object) {
        return object.metadata().ownerReferences().stream()
                .anyMatch(reference -> Boolean.TRUE.equals(reference.controller()));
    }
}
