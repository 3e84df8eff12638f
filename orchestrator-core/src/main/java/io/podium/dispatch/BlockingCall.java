package io.podium.dispatch;

import io.podium.api.dispatch.Promise;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;

/** One call on the pool of platform threads, waited for by the task that made it. */
final class BlockingCall<T> extends LiveTask {
    private final Callable<T> call;
    private final Promise<T> result;
    private volatile boolean started;

    /** Held by who interrupts and by who gives the thread up, so that an interruption meets no later call on that thread. */
    private final ReentrantLock interrupting = new ReentrantLock();

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
    void interrupt() {
        interrupting.lock();
        try {
            super.interrupt();
        } finally {
            interrupting.unlock();
        }
    }

    @Override
    void pause() {
        interrupting.lock();
        try {
            super.pause();
        } finally {
            interrupting.unlock();
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
