package io.podium.dispatch;

/** A task that runs on a virtual thread: once, after a delay, or periodically. Each run has a thread of its own. */
final class SystemTask extends LiveTask implements Runnable {
    private final Runnable work;
    private final long period;
    private volatile boolean background;

    /** A task that runs {@code work} once when {@code period} is zero, else every {@code period} nanoseconds. */
    SystemTask(SystemScope scope, String name, long period, Runnable work) {
        super(scope, name);
        this.work = work;
        this.period = period;
    }

    /** Starts the thread of one run. */
    void start() {
        scope.engine.startVirtual(this);
    }

    /** Starts when its turn among those in the background has come. */
    void startInBackground() {
        background = true;
        scope.engine.background.pass(this);
        if (isCancelled()) {
            withdraw(); // it was cancelled before it stood in the queue
        }
    }

    /** Starts on a platform thread of its own. */
    void startPump() {
        scope.engine.startPlatform(this);
    }

    /** Arms the timer. */
    void startAt(long due) {
        scope.engine.timers.add(this, due);
        if (isCancelled()) {
            withdraw(); // it was cancelled before it stood in the heap
        }
    }

    @Override
    void withdraw() {
        if (background ? scope.engine.background.remove(this) : scope.engine.timers.remove(this)) {
            finish();
        }
    }

    @Override
    public void run() {
        if (begin()) {
            scope.guard(name(), work);
        }
        if (period > 0 && !isCancelled()) {
            pauseForNextRun();
            startAt(Nanos.nextDue(due(), period, scope.nanos()));
        } else {
            finish();
        }
    }

    @Override
    String state() {
        return background && !hasThread() ? "waiting for its turn" : scope.engine.timers.stateOf(this);
    }
}
