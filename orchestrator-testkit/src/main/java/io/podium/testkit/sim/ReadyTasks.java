package io.podium.testkit.sim;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The tasks that could run now. The seed picks; the order in which they were added does not matter to the odds. */
final class ReadyTasks {
    private static final int STEPS_PER_RANKING = 1024;
    private static final int UNIFORM_SHARE = 16;

    private final SeededRandom random;
    private final boolean ranked;
    private @Nullable SimTask[] tasks = new @Nullable SimTask[256];
    private int size;
    private long ranking;
    private int stepsLeft;

    ReadyTasks(SeededRandom random, Strategy strategy) {
        this.random = random;
        this.ranked = strategy == Strategy.RANKED;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void add(SimTask task) {
        if (size == tasks.length) {
            tasks = Arrays.copyOf(tasks, size * 2);
        }
        tasks[size++] = task;
    }

    /** Removes one task, or returns null if none is ready. */
    @Nullable
    SimTask take() {
        return switch (size) {
            case 0 -> null;
            case 1 -> removeAt(0);
            default -> removeAt(ranked ? pickRanked() : random.nextInt(size));
        };
    }

    /** Removes a task if it is there; takes time in the order of the size. */
    void remove(SimTask task) {
        for (int slot = 0; slot < size; slot++) {
            if (at(slot) == task) {
                removeAt(slot);
                return;
            }
        }
    }

    private int pickRanked() {
        if (stepsLeft-- <= 0) {
            ranking = random.nextLong();
            stepsLeft = random.nextInt(2 * STEPS_PER_RANKING);
        }
        int start = random.nextInt(size);
        return random.nextInt(UNIFORM_SHARE) == 0 ? start : highestFrom(start);
    }

    /** The highest rank among at most a hundred tasks from a random place on: bounded, however many are ready. */
    private int highestFrom(int start) {
        int best = start;
        long bestRank = rank(start);
        for (int i = 1; i < Math.min(size, 100); i++) {
            int slot = (start + i) % size;
            long rank = rank(slot);
            if (rank > bestRank) {
                best = slot;
                bestRank = rank;
            }
        }
        return best;
    }

    private long rank(int slot) {
        return SeededRandom.mix(ranking ^ at(slot).kindHash());
    }

    private SimTask removeAt(int slot) {
        SimTask taken = at(slot);
        tasks[slot] = tasks[--size];
        tasks[size] = null;
        return taken;
    }

    @SuppressWarnings("NullAway") // slots below size are never null
    private SimTask at(int slot) {
        return tasks[slot];
    }
}
