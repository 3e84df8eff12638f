package io.podium.testkit.faults;

import io.podium.api.client.ApiException;
import io.podium.testkit.sim.FaultPlan;
import java.util.Set;

/**
 * What becomes of the calls of one component. The plan is asked under {@code client.slow}, {@code client.fail}, {@code client.conflict}, {@code
 * client.lost} and {@code client.late}, each with the verb and the plural of the kind behind it, as in {@code client.fail.update.pods}.
 */
final class Calls {
    private final String component;
    private final FaultPlan plan;
    private final Set<String> unreachable;

    Calls(String component, FaultPlan plan, Set<String> unreachable) {
        this.component = component;
        this.plan = plan;
        this.unreachable = unreachable;
    }

    /** Lets the call take its time on the way, and refuses it there if it does not arrive. */
    void before(String call) {
        pause("client.slow." + call);
        if (unreachable.contains(component) || plan.strikes("client.fail." + call)) {
            throw Refusals.unavailable(component + " " + call);
        }
    }

    /** Whether a write is to meet a conflict. */
    void conflict(String call) {
        if (plan.strikes("client.conflict." + call)) {
            throw Refusals.conflict(component + " " + call);
        }
    }

    /** Whether the answer of a write is to be lost. */
    boolean losesAnswer(String call) {
        return plan.strikes("client.lost." + call);
    }

    ApiException lost(String call) {
        return Refusals.lost(component + " " + call);
    }

    /** Lets the answer of a write take its time on the way back. */
    void after(String call) {
        pause("client.late." + call);
    }

    private void pause(String name) {
        try {
            plan.delay(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusals.unavailable(component + " " + name);
        }
    }
}
