package io.podium.testkit.faults;

import io.podium.api.client.ApiException;
import io.podium.api.meta.Kind;
import io.podium.testkit.faults.CallNames.Call;
import io.podium.testkit.sim.FaultPlan;
import java.util.Set;

/**
 * What becomes of the calls of one component. The plan is asked under {@code client.slow}, {@code client.fail}, {@code client.conflict}, {@code
 * client.lost} and {@code client.late}, each with the verb and the plural of the kind behind it, as in {@code client.fail.update.pods}.
 */
final class Calls {
    private final String component;
    private final FaultPlan plan;
    private final CallNames names;
    private final Set<String> unreachable;

    Calls(String component, FaultPlan plan, CallNames names, Set<String> unreachable) {
        this.component = component;
        this.plan = plan;
        this.names = names;
        this.unreachable = unreachable;
    }

    Call of(String verb, Kind<?> kind) {
        return names.of(verb, kind);
    }

    /** Lets the call take its time on the way, and refuses it there if it does not arrive. */
    void before(Call call) {
        pause(call.slow());
        if (unreachable.contains(component) || plan.strikes(call.fail())) {
            throw Refusals.unavailable(component + " " + call);
        }
    }

    /** Whether a write is to meet a conflict. */
    void conflict(Call call) {
        if (plan.strikes(call.conflict())) {
            throw Refusals.conflict(component + " " + call);
        }
    }

    /** Whether the answer of a write is to be lost. */
    boolean losesAnswer(Call call) {
        return plan.strikes(call.lost());
    }

    ApiException lost(Call call) {
        return Refusals.lost(component + " " + call);
    }

    /** Lets the answer of a write take its time on the way back. */
    void after(Call call) {
        pause(call.late());
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
