package io.podium.controller.kit;

import io.podium.api.core.Pod;
import io.podium.api.core.PodCondition;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Questions that several controllers ask about pods. */
public final class Pods {
    private Pods() {}

    /**
     * Whether a pod counts: it has not ended, and is not being deleted.
     *
     * @param pod the pod
     * @return true if it is active
     */
    public static boolean isActive(Pod pod) {
        return !hasEnded(pod) && !pod.isTerminating();
    }

    /**
     * Whether all containers of a pod have ended for good.
     *
     * @param pod the pod
     * @return true in the phases Succeeded and Failed
     */
    public static boolean hasEnded(Pod pod) {
        var phase = pod.status().phase();
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    /**
     * Whether a pod is ready to serve.
     *
     * @param pod the pod
     * @return true if its condition Ready is true
     */
    public static boolean isReady(Pod pod) {
        return readySince(pod) != null;
    }

    /**
     * Since when a pod has been ready.
     *
     * @param pod the pod
     * @return the time, or null if it is not ready
     */
    public static @Nullable Instant readySince(Pod pod) {
        var ready = condition(pod, "Ready");
        if (ready == null || !ready.status().equals("True")) {
            return null;
        }
        var since = ready.lastTransitionTime();
        return since == null ? Instant.EPOCH : since;
    }

    /**
     * How long a pod has to stay ready until it counts as available.
     *
     * @param pod the pod
     * @param minReady how long it must have been ready
     * @param now the present time
     * @return zero if it is available, null if it is not ready
     */
    public static @Nullable Duration untilAvailable(Pod pod, Duration minReady, Instant now) {
        var since = readySince(pod);
        if (since == null) {
            return null;
        }
        var left = Duration.between(now, since.plus(minReady));
        return left.isNegative() || minReady.isZero() ? Duration.ZERO : left;
    }

    /**
     * A condition of a pod.
     *
     * @param pod the pod
     * @param type the condition's type
     * @return the condition, or null if the pod has none of that type
     */
    public static @Nullable PodCondition condition(Pod pod, String type) {
        for (var condition : pod.status().conditions()) {
            if (condition.type().equals(type)) {
                return condition;
            }
        }
        return null;
    }
}
