package io.podium.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One scope's place among the others, and the order of closing: the whole subtree refuses new tasks, then all its tasks are
 * interrupted, then all are waited for within one common grace time.
 */
final class ScopeTree {
    private static final Logger log = LoggerFactory.getLogger(SystemDispatcher.class);

    private final SystemScope scope;
    private final @Nullable ScopeTree parent;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<ScopeTree> children = new LinkedHashSet<>(); // guarded by lock
    private volatile boolean closed; // written under lock

    ScopeTree(SystemScope scope, @Nullable ScopeTree parent) {
        this.scope = scope;
        this.parent = parent;
    }

    boolean isClosed() {
        return closed;
    }

    void adopt(ScopeTree child) {
        boolean late;
        lock.lock();
        try {
            late = closed;
            if (!late) {
                children.add(child);
            }
        } finally {
            lock.unlock();
        }
        if (late) {
            child.close(Duration.ZERO);
        }
    }

    /** All live tasks of the subtree, this scope's first. */
    List<LiveTask> liveTasks() {
        var all = new ArrayList<>(scope.live.list());
        for (var child : children()) {
            all.addAll(child.liveTasks());
        }
        return all;
    }

    /** Ends the subtree; false if that had begun before. */
    boolean close(Duration grace) {
        if (!refuse()) {
            return false;
        }
        var tasks = liveTasks();
        tasks.forEach(LiveTask::cancel);
        joinAll(tasks, grace);
        if (parent != null) {
            parent.forget(this);
        }
        return true;
    }

    private boolean refuse() {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            closed = true;
        } finally {
            lock.unlock();
        }
        scope.live.close();
        children().forEach(ScopeTree::refuse);
        return true;
    }

    private void joinAll(List<LiveTask> tasks, Duration grace) {
        long deadline = System.nanoTime() + grace.toNanos();
        var hanging = new ArrayList<String>();
        try {
            for (var task : tasks) {
                if (!task.runsOnThisThread() && !task.joinThread(Math.max(0, deadline - System.nanoTime()))) {
                    hanging.add(task + ": " + task.state());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the closer is in a hurry: all tasks are cancelled, none is waited for
        }
        if (!hanging.isEmpty()) {
            log.atError()
                    .addKeyValue("scope", scope.name())
                    .addKeyValue("tasks", hanging)
                    .addKeyValue("grace", grace)
                    .log("Tasks ignored their interruption and are left behind");
        }
    }

    private void forget(ScopeTree child) {
        lock.lock();
        try {
            children.remove(child);
        } finally {
            lock.unlock();
        }
    }

    private List<ScopeTree> children() {
        lock.lock();
        try {
            return List.copyOf(children);
        } finally {
            lock.unlock();
        }
    }
}
