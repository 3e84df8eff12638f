package io.podium.testkit.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** What was found broken; the first hundred. Safe for use by several threads. */
final class Violations {
    private static final int KEPT = 100;

    private final List<String> found = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

    void add(String violation) {
        lock.lock();
        try {
            if (found.size() < KEPT) {
                found.add(violation);
            }
        } finally {
            lock.unlock();
        }
    }

    List<String> all() {
        lock.lock();
        try {
            return List.copyOf(found);
        } finally {
            lock.unlock();
        }
    }
}
