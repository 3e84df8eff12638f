package io.podium.dispatch;

import io.podium.api.dispatch.Lane;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A bounded queue that a virtual thread empties, started when the first task arrives. */
final class SystemLane implements Lane {
    private final SystemScope scope;
    private final String name;
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Runnable> queue = new ArrayDeque<>(); // guarded by lock
    private boolean running; // guarded by lock

    SystemLane(SystemScope scope, String name, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity of lane " + name + " must be at least 1, was " + capacity);
        }
        this.scope = scope;
        this.name = name;
        this.capacity = capacity;
    }

    @Override
    public boolean offer(Runnable work) {
        boolean start;
        lock.lock();
        try {
            if (scope.isClosed() || queue.size() == capacity) {
                return false;
            }
            queue.addLast(work);
            start = !running;
            running = true;
        } finally {
            lock.unlock();
        }
        if (start) {
            scope.execute(name, this::drain);
        }
        return true;
    }

    @Override
    public int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    private void drain() {
        for (var work = next(); work != null; work = next()) {
            scope.guard(name, work);
        }
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            if (scope.isClosed()) {
                queue.clear();
            }
            var first = queue.pollFirst();
            running = first != null;
            return first;
        } finally {
            lock.unlock();
        }
    }
}
