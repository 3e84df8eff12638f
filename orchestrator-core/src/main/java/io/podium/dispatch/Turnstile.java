package io.podium.dispatch;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Lets tasks of the background start a few at a time. Virtual threads take turns in the order in which they became ready,
 * so ten thousand ready tasks make each other one wait for ten thousand turns. Behind the turnstile they wait for each
 * other instead, and the rest of the program for a few of them at most. Nothing is left waiting for ever: a thread that
 * goes out lets the next one in.
 *
 * <p>Those inside should not wait for others. If they do, so that for a second nobody has gone in or out, they do not count any more and others
 * are let in.
 *
 * <p>What waits is bounded by the number of lanes and triggers of the background: each waits once.
 */
final class Turnstile {
    /** Few, because each of them takes a turn as often as a scheduler does. */
    static final int MOST_INSIDE = 4;

    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Engine engine;
    private final ConcurrentLinkedQueue<SystemTask> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Room> room = new AtomicReference<>(new Room());
    private final AtomicBoolean looking = new AtomicBoolean();

    /** The tasks that count, and when one of them last came or went. */
    private static final class Room {
        private final AtomicInteger inside = new AtomicInteger();
        private volatile long moved;

        boolean takePlace(long now) {
            boolean taken = inside.getAndUpdate(count -> Math.min(count + 1, MOST_INSIDE)) < MOST_INSIDE;
            if (taken) {
                moved = now;
            }
            return taken;
        }

        void givePlace(long now) {
            moved = now;
            inside.decrementAndGet();
        }

        boolean isStuck(long now) {
            return now - moved >= PATIENCE.toNanos();
        }
    }

    Turnstile(Engine engine) {
        this.engine = engine;
    }

    /** Starts a task when its turn has come. */
    void pass(SystemTask task) {
        waiting.add(task);
        letIn();
        lookLater(task.scope.root());
    }

    /** Sees to it that somebody looks who is not inside, as long as tasks wait. */
    private void lookLater(SystemScope root) {
        if (!waiting.isEmpty() && looking.compareAndSet(false, true)) {
            root.standby("let more of the background in", PATIENCE, () -> {
                looking.set(false);
                letIn();
                lookLater(root);
            });
        }
    }

    /** Takes a task out that waits; false if its turn has come. */
    boolean remove(SystemTask task) {
        return waiting.remove(task);
    }

    private void letIn() {
        while (!waiting.isEmpty()) {
            var taken = takePlace();
            if (taken == null) {
                return;
            }
            var task = waiting.poll();
            if (task == null) {
                taken.givePlace(engine.nanos()); // and look again: somebody may have come who found no place
            } else {
                engine.startVirtual(task, () -> run(task, taken));
            }
        }
    }

    /** The room in which there was a place, or null. */
    private @Nullable Room takePlace() {
        long now = engine.nanos();
        var present = room.get();
        if (present.takePlace(now)) {
            return present;
        }
        if (!present.isStuck(now)) {
            return null;
        }
        room.compareAndSet(present, new Room());
        var next = room.get();
        return next.takePlace(now) ? next : null;
    }

    private void run(SystemTask task, Room taken) {
        try {
            task.run();
        } finally {
            taken.givePlace(engine.nanos());
            letIn();
        }
    }
}
