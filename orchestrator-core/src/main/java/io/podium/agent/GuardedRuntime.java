package io.podium.agent;

import io.podium.api.client.ApiException;
import io.podium.api.runtime.ContainerRuntime;
import io.podium.api.runtime.ForwardingRuntime;
import io.podium.api.runtime.RuntimeFailure;
import java.util.function.Supplier;

/**
 * A runtime as its agent sees it: whatever a call throws is a {@link RuntimeFailure}, because runtimes, and the scripts of simulated ones,
 * are written by others. So every failure takes the way of the failures that were foreseen: Event, condition, back-off.
 */
final class GuardedRuntime extends ForwardingRuntime {
    GuardedRuntime(ContainerRuntime runtime) {
        super(runtime);
    }

    @Override
    protected <T> T call(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeFailure | ApiException foreseen) {
            throw foreseen;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError thrown) {
            throw new RuntimeFailure(RuntimeFailure.Code.FAILED, thrown.toString(), thrown);
        }
    }
}
