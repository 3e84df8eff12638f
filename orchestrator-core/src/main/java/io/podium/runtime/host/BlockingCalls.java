package io.podium.runtime.host;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.runtime.RuntimeFailure;
import java.util.concurrent.Callable;

/** Hands calls that block their thread to the dispatcher, and gives what they throw the form of the runtime interface. */
public final class BlockingCalls {
    private final Dispatcher dispatcher;

    /**
     * Calls of one runtime.
     *
     * @param dispatcher the runtime's scope
     */
    public BlockingCalls(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    /**
     * Makes a call.
     *
     * @param <T> what it returns
     * @param what what it does, as the object of "waiting to"
     * @param work the call
     * @return its result
     * @throws RuntimeFailure what it threw, or around what it threw
     */
    public <T> T call(String what, Callable<T> work) {
        try {
            return dispatcher.blocking(what, work);
        } catch (InterruptedException e) {
            throw interrupted("waiting to " + what);
        } catch (RuntimeFailure e) {
            throw e;
        } catch (Exception e) {
            throw new RuntimeFailure(RuntimeFailure.Code.FAILED, what + ": " + e, e);
        }
    }

    /**
     * Keeps the interruption of the calling thread, and says what it cut short.
     *
     * @param what what was being done
     * @return a failure to be thrown
     */
    public static RuntimeFailure interrupted(String what) {
        Thread.currentThread().interrupt();
        return new RuntimeFailure(RuntimeFailure.Code.INTERRUPTED, "interrupted while " + what);
    }
}
