package io.podium.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The live tasks of one scope, in the order in which they were started. Adding and removing take constant time. */
final class LiveTasks {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable LiveTask first;
    private @Nullable LiveTask last;
    private boolean closed;

    /** Adds a new task; false if the list is closed. */
    boolean add(LiveTask task) {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            var before = last;
            task.previous = before;
            last = task;
            if (before == null) {
                first = task;
            } else {
                before.next = task;
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Removes a task that has ended; does nothing if it is not in the list. */
    void remove(LiveTask task) {
        lock.lock();
        try {
            var before = task.previous;
            var after = task.next;
            if (before == null && first != task) {
                return;
            }
            if (before == null) {
                first = after;
            } else {
                before.next = after;
            }
            if (after == null) {
                last = before;
            } else {
                after.previous = before;
            }
            task.previous = null;
            task.next = null;
        } finally {
            lock.unlock();
        }
    }

    /** Refuses tasks from now on. */
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    List<LiveTask> list() {
        lock.lock();
        try {
            var all = new ArrayList<LiveTask>();
            for (var task = first; task != null; task = task.next) {
                all.add(task);
            }
            return all;
        } finally {
            lock.unlock();
        }
    }
}
