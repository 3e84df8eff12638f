package io.podium.testkit.invariant;

import io.podium.api.apps.Deployment;
import io.podium.api.apps.ReplicaSet;
import io.podium.api.meta.ApiObject;
import io.podium.api.store.StoreEvent;
import java.util.List;

/** Deployments and their replica sets only go forward: the number of their revision never falls, nor the generation that they observed. */
public final class RolloutsAdvance implements StoreInvariant {
    private static final String REVISION = "deployment.kubernetes.io/revision";

    private final Violations violations = new Violations();

    /** Nothing seen yet. */
    public RolloutsAdvance() {}

    @Override
    public void committed(StoreEvent event) {
        if (event instanceof StoreEvent.Put put
                && put.stored().value() instanceof ApiObject<?> after
                && put.replaced() != null
                && put.replaced().value() instanceof ApiObject<?> before
                && before.uid().equals(after.uid())) {
            check(after, "revision", revision(before), revision(after));
            check(after, "observed generation", observed(before), observed(after));
        }
    }

    private void check(ApiObject<?> object, String what, long before, long after) {
        if (after < before) {
            violations.add(object.kind().name() + " " + object.key() + " went from " + what + " " + before + " back to "
                    + after + " at resource version " + object.metadata().resourceVersion());
        }
    }

    private static long revision(ApiObject<?> object) {
        var text = object instanceof Deployment || object instanceof ReplicaSet ? object.annotation(REVISION) : null;
        return text == null ? 0 : Long.parseLong(text);
    }

    private static long observed(ApiObject<?> object) {
        return switch (object) {
            case Deployment deployment -> deployment.status().observedGeneration();
            case ReplicaSet set -> set.status().observedGeneration();
            default -> 0;
        };
    }

    @Override
    public List<String> violations() {
        return violations.all();
    }
}
