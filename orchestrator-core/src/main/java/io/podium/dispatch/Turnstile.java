package io.podium.dispatch;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets tasks of the background start a few at a time. Virtual threads take turns in the order in which they became ready,
 * so ten thousand ready tasks make each other one wait for ten thousand turns. Behind the turnstile they wait for each
 * other instead, and the rest of the program for a few of them at most. Nothing is left waiting for ever: a thread that
 * goes out lets the next one in.
 *
 * <p>What waits is bounded by the number of lanes and triggers of the background: each waits once.
 */
final class Turnstile {
    /** Few, because each of them takes a turn as often as a scheduler does; more than one, so that one that waits does not stop all. */
    static final int MOST_INSIDE = 4;

    private final Engine engine;
    private final ConcurrentLinkedQueue<SystemTask> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger inside = new AtomicInteger();

    Turnstile(Engine engine) {
        this.engine = engine;
    }

    /** Starts a task when its turn has come. */
    void pass(SystemTask task) {
        waiting.add(task);
        letIn();
    }

    /** Takes a task out that waits; false if its turn has come. */
    boolean remove(SystemTask task) {
        return waiting.remove(task);
    }

    private void letIn() {
        while (!waiting.isEmpty() && takePlace()) {
            var task = waiting.poll();
            if (task == null) {
                inside.decrementAndGet(); // and look again: somebody may have come who found no place
            } else {
                engine.startVirtual(task, () -> run(task));
            }
        }
    }

    private boolean takePlace() {
        return inside.getAndUpdate(count -> Math.min(count + 1, MOST_INSIDE)) < MOST_INSIDE;
    }

    private void run(SystemTask task) {
        try {
            task.run();
        } finally {
            inside.decrementAndGet();
            letIn();
        }
    }
}
