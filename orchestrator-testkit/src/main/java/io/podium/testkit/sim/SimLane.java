package io.podium.testkit.sim;

import io.podium.api.dispatch.Lane;
import java.util.ArrayDeque;

/** A lane whose next task becomes ready when the one before has ended, so that others can run between the two. */
final class SimLane implements Lane {
    private final SimScope scope;
    private final String name;
    private final int capacity;
    private final ArrayDeque<Runnable> queue = new ArrayDeque<>();
    private boolean running;

    SimLane(SimScope scope, String name, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity of lane " + name + " must be at least 1, was " + capacity);
        }
        this.scope = scope;
        this.name = name;
        this.capacity = capacity;
    }

    @Override
    public boolean offer(Runnable work) {
        scope.simulation.enter();
        if (scope.isClosed() || queue.size() == capacity) {
            return false;
        }
        queue.addLast(work);
        if (!running) {
            running = true;
            scope.execute(name, this::runFirst);
        }
        return true;
    }

    @Override
    public int waiting() {
        return queue.size();
    }

    private void runFirst() {
        try {
            queue.removeFirst().run();
        } finally {
            running = !queue.isEmpty() && !scope.isClosed();
            if (running) {
                scope.execute(name, this::runFirst);
            }
        }
    }
}
