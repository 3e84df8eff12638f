package io.podium.dispatch;

import io.podium.api.dispatch.Signal;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** A count of pulses with a condition variable beside it. Conditions of waiters are evaluated outside the lock. */
final class SystemSignal implements Signal {
    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition pulsed = lock.newCondition();
    private volatile long count; // written under lock

    SystemSignal(String name) {
        this.name = name;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // the lock is held
    public void pulse() {
        lock.lock();
        try {
            count++;
            pulsed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public boolean await(long seen, Duration atMost) throws InterruptedException {
        return awaitNanos(seen, Nanos.ofDelay(atMost));
    }

    @Override
    public void await(long seen) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (count <= seen) {
                pulsed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + Nanos.ofDelay(atMost);
        long seen = count;
        while (!condition.getAsBoolean()) {
            if (!awaitNanos(seen, deadline - System.nanoTime())) {
                return condition.getAsBoolean();
            }
            seen = count;
        }
        return true;
    }

    private boolean awaitNanos(long seen, long nanos) throws InterruptedException {
        long left = nanos;
        lock.lockInterruptibly();
        try {
            while (count <= seen) {
                if (left <= 0) {
                    return false;
                }
                left = pulsed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String toString() {
        return "signal " + name;
    }
}
