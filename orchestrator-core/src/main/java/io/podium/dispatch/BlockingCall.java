package io.podium.dispatch;

import io.podium.api.dispatch.Promise;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/** One call on the pool of platform threads, waited for by the task that made it. */
final class BlockingCall<T> extends LiveTask {
    private final Callable<T> call;
    private final Promise<T> result;
    private volatile boolean started;

    BlockingCall(SystemScope scope, String name, Callable<T> call) {
        super(scope, name);
        this.call = call;
        this.result = scope.promise(name);
    }

    Promise<T> result() {
        return result;
    }

    void run() {
        started = true;
        try {
            if (begin()) {
                result.complete(call.call());
            } else {
                result.fail(new CancellationException(name()));
            }
        } catch (Throwable failure) {
            result.fail(failure);
        } finally {
            pause(); // the thread belongs to the pool
            finish();
        }
    }

    @Override
    void withdraw() {
        result.fail(new InterruptedException(this + " was cancelled"));
    }

    @Override
    String state() {
        return started ? "calling" : "waiting for a thread";
    }
}
