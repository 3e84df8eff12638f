package io.podium.cluster;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A part of the control plane that knows nothing but what is stored, so that it can end and start anew at any time. */
final class Part implements AutoCloseable {
    private final String name;
    private final Supplier<AutoCloseable> start;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private AutoCloseable running;

    @GuardedBy("lock")
    private boolean closed;

    /** A part at work. */
    Part(String name, Supplier<AutoCloseable> start) {
        this.name = name;
        this.start = start;
        this.running = start.get();
    }

    String name() {
        return name;
    }

    void restart() {
        Closing.quietly(current());
        var next = start.get();
        lock.lock();
        try {
            if (!closed) {
                running = next;
                return;
            }
        } finally {
            lock.unlock();
        }
        Closing.quietly(next);
    }

    private AutoCloseable current() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        Closing.quietly(current());
    }
}
