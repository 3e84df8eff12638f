package io.podium.testkit.invariant;

import io.podium.api.apps.ReplicaSet;
import io.podium.api.batch.Job;
import io.podium.api.core.Pod;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.OwnerReference;
import io.podium.api.meta.Selector;
import io.podium.api.store.StoreEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A pod stays with the replica set or the job that controls it, as long as that is not being deleted and selects it. */
public final class PodsStayOwned implements StoreInvariant {
    private final Violations violations = new Violations();
    private final Map<String, ApiObject<?>> owners = new TreeMap<>();

    /** Nothing seen yet. */
    public PodsStayOwned() {}

    @Override
    public void committed(StoreEvent event) {
        switch (event) {
            case StoreEvent.Put put -> {
                switch (put.stored().value()) {
                    case ReplicaSet set -> owners.put(set.uid(), set);
                    case Job job -> owners.put(job.uid(), job);
                    case Pod pod
                    when put.replaced() != null && put.replaced().value() instanceof Pod before -> check(before, pod);
                    default -> {}
                }
            }
            case StoreEvent.Delete delete -> {
                if (delete.stored().value() instanceof ApiObject<?> object) {
                    owners.remove(object.uid());
                }
            }
        }
    }

    private void check(Pod before, Pod after) {
        for (var reference : before.metadata().ownerReferences()) {
            var owner = owners.get(reference.uid());
            boolean kept = after.metadata().ownerReferences().stream()
                    .map(OwnerReference::uid)
                    .anyMatch(reference.uid()::equals);
            if (!kept
                    && owner != null
                    && !owner.isTerminating()
                    && selector(owner).matches(after.metadata().labels())) {
                violations.add("Pod " + after.key() + " was let go by "
                        + owner.kind().name() + " " + owner.key() + ", which selects it, at resource version "
                        + after.metadata().resourceVersion());
            }
        }
    }

    private static Selector selector(ApiObject<?> owner) {
        return owner instanceof Job job
                ? Selector.of(job.spec().selector())
                : Selector.of(((ReplicaSet) owner).spec().selector());
    }

    @Override
    public List<String> violations() {
        return violations.all();
    }
}
