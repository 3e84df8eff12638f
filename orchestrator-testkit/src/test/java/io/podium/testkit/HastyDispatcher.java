package io.podium.testkit;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Lane;
import io.podium.api.dispatch.Pause;
import io.podium.api.dispatch.Pauses;
import io.podium.api.dispatch.RandomSource;
import io.podium.api.dispatch.Signal;
import io.podium.api.dispatch.Task;
import io.podium.api.dispatch.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A real dispatcher, with its threads, on which time passes many times as fast. */
final class HastyDispatcher implements Dispatcher {
    private final Dispatcher real;
    private final int haste;
    private final Instant beginning;

    /** Makes a day of a real dispatcher shorter by a factor. */
    HastyDispatcher(Dispatcher real, int haste) {
        this(real, haste, real.now().minusNanos(real.nanos() * haste));
    }

    private HastyDispatcher(Dispatcher real, int haste, Instant beginning) {
        this.real = real;
        this.haste = haste;
        this.beginning = beginning;
    }

    private Duration shorter(Duration duration) {
        return duration.dividedBy(haste);
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public Instant now() {
        return beginning.plusNanos(nanos());
    }

    @Override
    public long nanos() {
        return real.nanos() * haste;
    }

    @Override
    public RandomSource random() {
        return real.random();
    }

    @Override
    public RandomSource random(String stream) {
        return real.random(stream);
    }

    @Override
    public Task execute(String name, Runnable work) {
        return real.execute(name, work);
    }

    @Override
    public Task schedule(String name, Duration delay, Runnable work) {
        return real.schedule(name, shorter(delay), work);
    }

    @Override
    public Task standby(String name, Duration delay, Runnable work) {
        return real.standby(name, shorter(delay), work);
    }

    @Override
    public Task every(String name, Duration first, Duration period, Runnable work) {
        return real.every(name, shorter(first), shorter(period), work);
    }

    @Override
    public Task pump(String name, Runnable work) {
        return real.pump(name, work);
    }

    @Override
    public <T> T blocking(String name, Callable<T> call) throws Exception {
        return real.blocking(name, call);
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        real.sleep(shorter(duration));
    }

    @Override
    public Signal signal(String name) {
        var signal = real.signal(name);
        return new Signal() {
            @Override
            public void pulse() {
                signal.pulse();
            }

            @Override
            public long count() {
                return signal.count();
            }

            @Override
            public boolean await(long seen, Duration atMost) throws InterruptedException {
                return signal.await(seen, shorter(atMost));
            }

            @Override
            public void await(long seen) throws InterruptedException {
                signal.await(seen);
            }

            @Override
            public boolean await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
                return signal.await(condition, shorter(atMost));
            }
        };
    }

    @Override
    public Lane lane(String name, int capacity) {
        return real.lane(name, capacity);
    }

    @Override
    public Lane backgroundLane(String name, int capacity) {
        return real.backgroundLane(name, capacity);
    }

    @Override
    public Trigger trigger(String name, Runnable work) {
        return real.trigger(name, work);
    }

    @Override
    public Trigger backgroundTrigger(String name, Runnable work) {
        return real.backgroundTrigger(name, work);
    }

    @Override
    public Pauses pauses() {
        var pauses = real.pauses();
        return new Pauses() {
            @Override
            public long awakeNanos() {
                return pauses.awakeNanos() * haste;
            }

            @Override
            public Duration longestWithin(Duration window) {
                return pauses.longestWithin(shorter(window)).multipliedBy(haste);
            }

            @Override
            public Task onPause(String name, Consumer<Pause> listener) {
                return pauses.onPause(name, listener);
            }
        };
    }

    @Override
    public Dispatcher child(String name) {
        return new HastyDispatcher(real.child(name), haste, beginning);
    }

    @Override
    public List<String> liveTasks() {
        return real.liveTasks();
    }

    @Override
    public boolean isClosed() {
        return real.isClosed();
    }

    @Override
    public void close() {
        real.close();
    }
}
