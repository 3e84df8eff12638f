package io.podium.scheduler;

import java.util.ArrayList;
import java.util.Optional;

/**
 * What Kubernetes says of preemption beside why a pod fits nowhere. This scheduler lets nobody make room: where less important pods could,
 * it says nothing of it.
 */
final class Preemption {
    private static final String ABOUT = "no new claims to deallocate, preemption: ";

    private final boolean allowed;
    private int unresolvable;
    private int withoutVictims;
    private boolean mightHelp;

    Preemption(PodRequirements pod) {
        this.allowed = pod.preempts();
    }

    /**
     * Takes a node into account.
     *
     * @param isUnresolvable whether the pod could not run there without other pods either
     * @param hasVictims whether less important pods run there
     */
    void count(boolean isUnresolvable, boolean hasVictims) {
        if (isUnresolvable) {
            unresolvable++;
        } else if (hasVictims) {
            mightHelp = true;
        } else {
            withoutVictims++;
        }
    }

    /** The sentence, once all nodes are counted. */
    Optional<String> sentence() {
        if (!allowed) {
            return Optional.of(ABOUT + "not eligible due to preemptionPolicy=Never.");
        }
        if (mightHelp) {
            return Optional.empty();
        }
        var reasons = new ArrayList<String>();
        if (withoutVictims > 0) {
            reasons.add(withoutVictims + " No preemption victims found for incoming pod");
        }
        if (unresolvable > 0) {
            reasons.add(unresolvable + " Preemption is not helpful for scheduling");
        }
        reasons.sort(null);
        return Optional.of(ABOUT + "0/" + (withoutVictims + unresolvable) + " nodes are available: "
                + String.join(", ", reasons) + ".");
    }
}
