package io.podium.testkit.invariant;

import io.podium.api.core.Pod;
import io.podium.api.store.StoreEvent;
import java.util.List;

/** A pod is assigned once: its node never changes, and never goes. */
public final class OneNodePerPod implements StoreInvariant {
    private final Violations violations = new Violations();

    /** Nothing seen yet. */
    public OneNodePerPod() {}

    @Override
    public void committed(StoreEvent event) {
        if (event instanceof StoreEvent.Put put
                && put.stored().value() instanceof Pod after
                && put.replaced() != null
                && put.replaced().value() instanceof Pod before
                && before.uid().equals(after.uid())
                && !before.spec().nodeName().isEmpty()
                && !before.spec().nodeName().equals(after.spec().nodeName())) {
            violations.add("Pod " + after.key() + " went from node "
                    + before.spec().nodeName() + " to " + after.spec().nodeName() + " at revision " + event.revision());
        }
    }

    @Override
    public List<String> violations() {
        return violations.all();
    }
}
