package io.podium.dispatch;

import io.podium.api.dispatch.Lane;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A bounded queue that a virtual thread empties, started when the first task arrives; a further one goes on where that gives way. */
final class SystemLane implements Lane {
    private final SystemScope scope;
    private final String name;
    private final int capacity;
    private final Starter starter;
    private final int batch;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Runnable> queue = new ArrayDeque<>(); // guarded by lock
    private boolean running; // guarded by lock

    /** A lane of which each thread runs a batch of tasks at most. */
    SystemLane(SystemScope scope, String name, int capacity, Starter starter, int batch) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity of lane " + name + " must be at least 1, was " + capacity);
        }
        this.scope = scope;
        this.name = name;
        this.capacity = capacity;
        this.starter = starter;
        this.batch = batch;
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
            starter.start(name, this::drain);
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
        for (int done = 0; done < batch; done++) {
            var work = next();
            if (work == null) {
                return;
            }
            scope.guard(name, work);
        }
        starter.start(name, this::drain);
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
