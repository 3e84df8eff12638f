package io.podium.testkit.conformance;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Lane;
import io.podium.api.dispatch.Pauses;
import io.podium.api.dispatch.RandomSource;
import io.podium.api.dispatch.Signal;
import io.podium.api.dispatch.Task;
import io.podium.api.dispatch.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

/** Time that a test moves by hand: a clock and one-shot timers, and nothing else of a dispatcher. */
final class HandTime implements Dispatcher {
    private final List<Timer> timers = new ArrayList<>();
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private final class Timer implements Task {
        final String name;
        final Instant due;
        final Runnable work;
        boolean done;

        Timer(String name, Instant due, Runnable work) {
            this.name = name;
            this.due = due;
            this.work = work;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void cancel() {
            done = true;
            timers.remove(this);
        }

        @Override
        public boolean isDone() {
            return done;
        }

        @Override
        public boolean join(Duration atMost) {
            return done;
        }

        @Override
        public void join() {}
    }

    /** Moves the clock and runs what is due on the way, each at its own time. */
    void pass(Duration duration) {
        var until = now.plus(duration);
        while (true) {
            var next = timers.stream()
                    .filter(timer -> !timer.due.isAfter(until))
                    .min(Comparator.comparing((Timer timer) -> timer.due));
            if (next.isEmpty()) {
                now = until;
                return;
            }
            timers.remove(next.get());
            now = next.get().due.isAfter(now) ? next.get().due : now;
            next.get().done = true;
            next.get().work.run();
        }
    }

    @Override
    public String name() {
        return "by hand";
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public Task standby(String name, Duration delay, Runnable work) {
        var timer = new Timer(name, now.plus(delay), work);
        timers.add(timer);
        return timer;
    }

    @Override
    public Task schedule(String name, Duration delay, Runnable work) {
        return standby(name, delay, work);
    }

    @Override
    public Task execute(String name, Runnable work) {
        return standby(name, Duration.ZERO, work);
    }

    @Override
    public void close() {
        timers.clear();
    }

    @Override
    public RandomSource random() {
        throw unused();
    }

    @Override
    public RandomSource random(String stream) {
        throw unused();
    }

    @Override
    public Task every(String name, Duration first, Duration period, Runnable work) {
        throw unused();
    }

    @Override
    public Task pump(String name, Runnable work) {
        throw unused();
    }

    @Override
    public <T> T blocking(String name, Callable<T> call) {
        throw unused();
    }

    @Override
    public void sleep(Duration duration) {
        throw unused();
    }

    @Override
    public Signal signal(String name) {
        throw unused();
    }

    @Override
    public Lane lane(String name, int capacity) {
        throw unused();
    }

    @Override
    public Trigger trigger(String name, Runnable work) {
        throw unused();
    }

    @Override
    public Pauses pauses() {
        throw unused();
    }

    @Override
    public Dispatcher child(String name) {
        return this;
    }

    @Override
    public List<String> liveTasks() {
        return List.of();
    }

    @Override
    public boolean isClosed() {
        return false;
    }

    private static AssertionError unused() {
        return new AssertionError("a store needs a clock and timers only");
    }
}
