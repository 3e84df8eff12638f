package io.podium.dispatch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Platform threads for calls that block their thread. At most a fixed number of calls run at once; further callers wait,
 * and being tasks themselves they are all the queue there is. Threads end after half a minute without a call.
 */
final class BlockingPool {
    private static final Logger log = LoggerFactory.getLogger(BlockingPool.class);

    private final Semaphore turns;
    private final ThreadPoolExecutor threads;

    private final PlatformThreads started = new PlatformThreads();

    /** A thread on which calls run, so that a call within a call is recognised and needs no second turn. */
    private static final class CallThread extends Thread {
        CallThread(Runnable work, String name) {
            super(null, work, name);
            setDaemon(true);
        }
    }

    BlockingPool(String threadNamePrefix, int size) {
        turns = new Semaphore(size, true);
        var count = new AtomicLong();
        threads = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                30,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                work -> started.remembered(new CallThread(work, threadNamePrefix + count.incrementAndGet())));
    }

    static boolean isCallThread() {
        return Thread.currentThread() instanceof CallThread;
    }

    /** Waits for a turn and starts the call. */
    void start(BlockingCall<?> call) throws InterruptedException {
        turns.acquire();
        try {
            threads.execute(() -> {
                try {
                    call.run();
                } finally {
                    turns.release();
                }
            });
        } catch (RuntimeException | Error e) {
            turns.release();
            throw e;
        }
    }

    void stop() {
        threads.shutdownNow();
    }

    /** Waits until the last thread has ended; the executor counts a thread out a moment before that. */
    void join(Duration grace) throws InterruptedException {
        long deadline = System.nanoTime() + grace.toNanos();
        if (!threads.awaitTermination(grace.toNanos(), TimeUnit.NANOSECONDS)) {
            log.atWarn()
                    .addKeyValue("threads", threads.getPoolSize())
                    .log("Calls ignored their interruption and are left behind");
        }
        started.join(deadline);
    }
}
