package io.podium.runtime.jvm;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Task;
import io.podium.api.runtime.ContainerFunction;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.runtime.host.BlockingCalls;
import io.podium.runtime.host.HostContainer;
import io.podium.runtime.host.HostContainer.End;
import io.podium.runtime.host.HostedContainer;
import io.podium.runtime.host.RuntimeEvents;
import io.podium.runtime.logs.CriLogWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One container as a function: a task, the scope it may use, its log. */
final class FunctionContainer implements HostedContainer {
    /** How long an interrupted function has to end before it is given up. */
    private static final Duration INTERRUPTED_GRACE = Duration.ofSeconds(5);

    private static final Duration SLICE = Duration.ofMillis(200);
    private static final Duration LOOK = Duration.ofMillis(1);

    private final HostContainer container;
    private final ContainerFunction function;
    private final Dispatcher dispatcher;
    private final RuntimeEvents events;
    private final Cancellation cancellation;
    /** Set by whoever comes first: the function, or its end before it began. */
    private final AtomicBoolean begun = new AtomicBoolean();

    private volatile @Nullable Task task;

    FunctionContainer(
            HostContainer container, ContainerFunction function, Dispatcher dispatcher, RuntimeEvents events) {
        this.container = container;
        this.function = function;
        this.dispatcher = dispatcher;
        this.events = events;
        cancellation = new Cancellation(
                dispatcher.signal("cancellation of " + container.spec().name()));
    }

    @Override
    public HostContainer container() {
        return container;
    }

    void start(CriLogWriter log) {
        var name = container.pod() + "/" + container.spec().name();
        container.started(dispatcher.now());
        task = dispatcher.execute(name, () -> run(log));
        events.changed(container);
    }

    private void run(CriLogWriter log) {
        if (!begun.compareAndSet(false, true)) {
            log.close();
            return;
        }
        var end = new End(1, "Error", "");
        try (log;
                var scope = dispatcher.child(container.id());
                var context = new FunctionContext(container, cancellation, scope, log)) {
            end = End.of(outcome(context) & 0xFF);
        } finally {
            container.ended(end, dispatcher.now());
            events.changed(container);
        }
    }

    private int outcome(FunctionContext context) {
        try {
            return function.run(context);
        } catch (InterruptedException e) {
            if (cancellation.isCancelled()) {
                return cancellation.exitCode(); // it ended as it was asked to
            }
            return failed(context, e);
        } catch (Throwable e) {
            return failed(context, e);
        }
    }

    private static int failed(FunctionContext context, Throwable failure) {
        failure.printStackTrace(context.stderr());
        return 1;
    }

    /** Asks, waits, interrupts; returns when it has ended. */
    @Override
    public void stop(String signal, Duration grace) {
        if (!container.isRunning()) {
            return;
        }
        cancellation.cancel(signal);
        if (grace.isPositive() && container.awaitEnd(grace)) {
            return;
        }
        if (begun.compareAndSet(false, true)) { // its thread has not run yet, and cancelled now, it never would
            container.ended(End.of(cancellation.exitCode()), dispatcher.now());
            events.changed(container);
            return;
        }
        interrupt();
        if (!endsInTime()) {
            throw new RuntimeFailure(
                    RuntimeFailure.Code.TIMEOUT,
                    "container " + container.spec().name() + " of pod " + container.pod() + ": the function of image "
                            + container.spec().image()
                            + " was asked to end and interrupted, and goes on; Java cannot kill it."
                            + " Let it return when isCancelled() is true, and end on InterruptedException");
        }
    }

    private void interrupt() {
        try {
            while (task == null) { // it has begun, and whoever started it has not returned
                dispatcher.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            throw BlockingCalls.interrupted(
                    "stopping container " + container.spec().name());
        }
        var running = task;
        if (running != null) {
            running.cancel();
        }
    }

    /** Time in which the JVM stood still does not count: nobody could have ended. */
    private boolean endsInTime() {
        var pauses = dispatcher.pauses();
        long due = pauses.awakeNanos() + INTERRUPTED_GRACE.toNanos();
        boolean ended = container.awaitEnd(SLICE);
        while (!ended && pauses.awakeNanos() - due < 0) {
            ended = container.awaitEnd(SLICE);
        }
        return ended;
    }
}
