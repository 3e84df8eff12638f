package io.podium.dispatch;

import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;

/** Lets only so many of its tasks run at once; the others wait in the order in which they came, without a thread. */
final class Crowd {
    private final Engine engine;
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<SystemTask> waiting = new ArrayDeque<>(); // guarded by lock
    private int running; // guarded by lock

    Crowd(Engine engine, int most) {
        this.engine = engine;
        this.most = most;
    }

    /** Starts a task, or has it wait for its turn. It calls {@link #ended} when it has run. */
    void start(SystemTask task) {
        lock.lock();
        try {
            if (running == most) {
                waiting.addLast(task);
                return;
            }
            running++;
        } finally {
            lock.unlock();
        }
        engine.startVirtual(task);
    }

    /** Takes out a task that waits; false if it does not. */
    boolean withdraw(SystemTask task) {
        lock.lock();
        try {
            return waiting.remove(task);
        } finally {
            lock.unlock();
        }
    }

    /** Gives the turn of a task that has run to the next one. */
    void ended() {
        SystemTask next;
        lock.lock();
        try {
            next = waiting.pollFirst();
            if (next == null) {
                running--;
            }
        } finally {
            lock.unlock();
        }
        if (next != null) {
            engine.startVirtual(next);
        }
    }
}
