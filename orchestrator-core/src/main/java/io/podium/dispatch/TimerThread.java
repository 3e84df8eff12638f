package io.podium.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that watches all timers of a dispatcher. It runs no foreign code: a task that is due gets a thread of its
 * own. Between timers it wakes for the ticks of {@link StandstillWatch}.
 */
final class TimerThread implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(TimerThread.class);
    private static final int BATCH = 1024;

    private final StandstillWatch watch;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TimerHeap<SystemTask> heap = new TimerHeap<>(); // guarded by lock
    private boolean stopped; // guarded by lock

    TimerThread(String name, StandstillWatch watch) {
        this.watch = watch;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this);
    }

    void start() {
        thread.start();
    }

    void add(SystemTask task, long due) {
        lock.lock();
        try {
            heap.add(task, due);
            if (heap.peek() == task) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    boolean remove(SystemTask task) {
        lock.lock();
        try {
            return heap.remove(task);
        } finally {
            lock.unlock();
        }
    }

    /** Whether the task waits, and how long still, or runs. */
    String stateOf(SystemTask task) {
        lock.lock();
        try {
            if (!task.isWaiting()) {
                return "running";
            }
            long left = TimeUnit.NANOSECONDS.toMillis(task.due() - watch.nanos());
            return "due in " + Math.max(0, left) + " ms";
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    void join() throws InterruptedException {
        thread.join();
    }

    @Override
    public void run() {
        var due = new ArrayList<SystemTask>();
        while (awaitDue(due)) {
            startAll(due);
            due.clear();
            watch.tick();
        }
    }

    private static void startAll(List<SystemTask> due) {
        for (var task : due) {
            try {
                task.start();
            } catch (Throwable failure) { // out of memory, most likely: the other timers go on
                log.atError().addKeyValue("task", task).setCause(failure).log("Timer could not start its task");
                task.finish();
            }
        }
    }

    /** Collects tasks that are due, or none when a tick is due first; false once stopped. */
    private boolean awaitDue(List<SystemTask> due) {
        lock.lock();
        try {
            long tickAt = watch.nanos() + StandstillWatch.TICK;
            while (!stopped) {
                long now = watch.nanos();
                collect(due, now);
                if (!due.isEmpty() || now >= tickAt) {
                    return true;
                }
                var first = heap.peek();
                long wakeAt = first == null ? tickAt : Math.min(tickAt, first.due());
                long ignored = changed.awaitNanos(wakeAt - now);
            }
            return false;
        } catch (InterruptedException e) {
            return !stopped; // nobody interrupts this thread on purpose
        } finally {
            lock.unlock();
        }
    }

    private void collect(List<SystemTask> due, long now) {
        while (due.size() < BATCH) {
            var task = heap.poll(now);
            if (task == null) {
                return;
            }
            due.add(task);
        }
    }
}
