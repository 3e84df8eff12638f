package io.podium.api.dispatch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A value, or a failure, that one task provides once and others wait for.
 *
 * @param <T> type of the value
 */
public final class Promise<T> {
    private final Signal provided;
    private final AtomicReference<@Nullable Outcome<T>> outcome = new AtomicReference<>();

    private record Outcome<T>(@Nullable T value, @Nullable Throwable failure) {}

    Promise(Signal provided) {
        this.provided = provided;
    }

    /**
     * Provides the value. The first outcome stays; later ones are ignored.
     *
     * @param value the value
     * @return whether this was the first outcome
     */
    public boolean complete(T value) {
        return settle(new Outcome<>(value, null));
    }

    /**
     * Provides a failure instead of a value. The first outcome stays; later ones are ignored.
     *
     * @param failure why there is no value
     * @return whether this was the first outcome
     */
    public boolean fail(Throwable failure) {
        return settle(new Outcome<>(null, failure));
    }

    /**
     * Whether there is an outcome.
     *
     * @return true after the first {@link #complete} or {@link #fail}
     */
    public boolean isDone() {
        return outcome.get() != null;
    }

    /**
     * The value, without waiting.
     *
     * @return empty if there is no outcome yet, or it is a failure
     */
    public Optional<T> value() {
        var settled = outcome.get();
        return settled == null ? Optional.empty() : Optional.ofNullable(settled.value());
    }

    /**
     * Waits for the outcome without time limit.
     *
     * @return the value
     * @throws InterruptedException if the waiting task is cancelled or its scope closed
     * @throws ExecutionException if the outcome is a failure, which is the cause
     */
    public T await() throws InterruptedException, ExecutionException {
        provided.await(this::isDone);
        return result();
    }

    /**
     * Waits for the outcome.
     *
     * @param atMost how long to wait
     * @return the value
     * @throws InterruptedException if the waiting task is cancelled or its scope closed
     * @throws ExecutionException if the outcome is a failure, which is the cause
     * @throws TimeoutException if there is no outcome within {@code atMost}
     */
    public T await(Duration atMost) throws InterruptedException, ExecutionException, TimeoutException {
        if (!provided.await(this::isDone, atMost)) {
            throw new TimeoutException("no outcome within " + atMost);
        }
        return result();
    }

    private boolean settle(Outcome<T> first) {
        boolean won = outcome.compareAndSet(null, first);
        if (won) {
            provided.pulse();
        }
        return won;
    }

    @SuppressWarnings("NullAway") // a completed outcome holds the value, which T allows
    private T result() throws ExecutionException {
        var settled = outcome.get();
        if (settled.failure() != null) {
            throw new ExecutionException(settled.failure());
        }
        return settled.value();
    }
}
