package io.podium.dispatch;

import io.podium.api.dispatch.RandomSource;
import java.time.Duration;
import java.time.InstantSource;

/** What all scopes of one {@link SystemDispatcher} share: clock, timer thread, pool, randomness. */
final class Engine {
    private final long origin = System.nanoTime();

    /** How long closing a scope waits for its tasks. */
    final Duration closeGrace;

    final InstantSource wall;
    final StandstillWatch watch;
    final TimerThread timers;
    final BlockingPool pool;
    final Turnstile background;
    final RandomSource random = new SecureRandomSource();
    private final PlatformThreads pumps = new PlatformThreads();

    Engine(String label, int blockingThreads, InstantSource wall, Duration closeGrace) {
        this.closeGrace = closeGrace;
        this.wall = wall;
        this.watch = new StandstillWatch(this::nanos, wall);
        this.timers = new TimerThread(label + "-timer", watch);
        this.pool = new BlockingPool(label + "-call-", blockingThreads);
        this.background = new Turnstile(this);
        timers.start();
    }

    long nanos() {
        return System.nanoTime() - origin;
    }

    void startVirtual(SystemTask task) {
        startVirtual(task, task);
    }

    /** Starts a thread for a task that does what the task does, and perhaps more. */
    void startVirtual(SystemTask task, Runnable work) {
        Thread.ofVirtual().name(task.toString()).start(work);
    }

    void startPlatform(SystemTask task) {
        pumps.remembered(Thread.ofPlatform().daemon().name(task.toString()).unstarted(task))
                .start();
    }

    /** Ends the engine's threads; interrupted meanwhile, it stops waiting for them. */
    void stop() {
        timers.stop();
        pool.stop();
        try {
            timers.join();
            pool.join(closeGrace);
            pumps.join(System.nanoTime() + closeGrace.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
