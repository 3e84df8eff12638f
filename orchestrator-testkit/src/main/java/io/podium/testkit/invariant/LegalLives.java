package io.podium.testkit.invariant;

import io.podium.api.core.Pod;
import io.podium.api.meta.ApiObject;
import io.podium.api.store.StoreEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Objects live as Kubernetes says: an identity never changes under a key without a deletion between; what is being deleted never comes back;
 * an object with finalizers is not removed; generations only grow; a pod that has ended never runs again, nor a container that is not to be
 * restarted.
 */
public final class LegalLives implements StoreInvariant {
    private final Violations violations = new Violations();

    /** Nothing seen yet. */
    public LegalLives() {}

    @Override
    public void committed(StoreEvent event) {
        switch (event) {
            case StoreEvent.Put put -> {
                if (put.replaced() != null
                        && put.replaced().value() instanceof ApiObject<?> before
                        && put.stored().value() instanceof ApiObject<?> after) {
                    changed(before, after);
                }
            }
            case StoreEvent.Delete delete -> {
                if (delete.stored().value() instanceof ApiObject<?> last
                        && !last.metadata().finalizers().isEmpty()) {
                    broken(
                            last,
                            "was removed with finalizers " + last.metadata().finalizers());
                }
            }
        }
    }

    private void changed(ApiObject<?> before, ApiObject<?> after) {
        if (!before.uid().equals(after.uid())) {
            broken(after, "changed its uid from " + before.uid() + " to " + after.uid());
        }
        if (before.isTerminating() && !after.isTerminating()) {
            broken(after, "came back from deletion");
        }
        if (before.metadata().generation() > after.metadata().generation()) {
            broken(after, "fell back from generation " + before.metadata().generation());
        }
        if (before instanceof Pod was && after instanceof Pod is) {
            changed(was, is);
        }
    }

    private void changed(Pod was, Pod is) {
        if (hasEnded(was) && !hasEnded(is)) {
            broken(
                    is,
                    "went from phase " + was.status().phase() + " to "
                            + is.status().phase());
        }
        if (is.spec().restartPolicy().equals("Never")) {
            for (var container : is.status().containerStatuses()) {
                var first = started(was, container.name());
                var now = started(is, container.name());
                if (first != null && now != null && !now.equals(first)) {
                    broken(is, "started its container " + container.name() + " again, which it is never to do");
                }
            }
        }
    }

    /** When a container was started, as far as its pod says; null if it does not. */
    private static @Nullable Instant started(Pod pod, String container) {
        for (var status : pod.status().containerStatuses()) {
            var running = status.state().running();
            var terminated = status.state().terminated();
            if (status.name().equals(container)) {
                return running != null ? running.startedAt() : terminated != null ? terminated.startedAt() : null;
            }
        }
        return null;
    }

    static boolean hasEnded(Pod pod) {
        return pod.status().phase().equals("Succeeded") || pod.status().phase().equals("Failed");
    }

    private void broken(ApiObject<?> object, String how) {
        violations.add(object.kind().name() + " " + object.key() + " " + how + " at resource version "
                + object.metadata().resourceVersion());
    }

    @Override
    public List<String> violations() {
        return violations.all();
    }
}
