package io.podium.dispatch;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Lane;
import io.podium.api.dispatch.Pauses;
import io.podium.api.dispatch.RandomSource;
import io.podium.api.dispatch.Signal;
import io.podium.api.dispatch.Task;
import io.podium.api.dispatch.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A scope of a {@link SystemDispatcher}; also what the root is made of. */
final class SystemScope implements Dispatcher {
    private static final Logger log = LoggerFactory.getLogger(SystemDispatcher.class);

    /** How many tasks of a background lane run before others get their turn. */
    private static final int BACKGROUND_BATCH = 16;

    final Engine engine;
    final LiveTasks live = new LiveTasks();
    private final String name;
    private final @Nullable SystemScope parent;
    private final ScopeTree tree;
    private final Pauses pauses = new ScopePauses(this);

    /** The root scope, which owns the engine, if {@code parent} is null. */
    SystemScope(Engine engine, String name, @Nullable SystemScope parent) {
        this.engine = engine;
        this.name = name;
        this.parent = parent;
        this.tree = new ScopeTree(this, parent == null ? null : parent.tree);
    }

    /** The scope around all others. */
    SystemScope root() {
        return parent == null ? this : parent.root();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Instant now() {
        return engine.wall.instant();
    }

    @Override
    public long nanos() {
        return engine.nanos();
    }

    @Override
    public RandomSource random() {
        return engine.random;
    }

    @Override
    public RandomSource random(String stream) {
        return engine.random;
    }

    @Override
    public Task execute(String task, Runnable work) {
        var started = new SystemTask(this, task, 0, work);
        if (admit(started)) {
            started.start();
        }
        return started;
    }

    /** Like {@link #execute}, but the task waits for its turn among those in the background. */
    Task executeInBackground(String task, Runnable work) {
        var waiting = new SystemTask(this, task, 0, work);
        if (admit(waiting)) {
            waiting.startInBackground();
        }
        return waiting;
    }

    @Override
    public Task pump(String task, Runnable work) {
        var started = new SystemTask(this, task, 0, work);
        if (admit(started)) {
            started.startPump();
        }
        return started;
    }

    @Override
    public Task schedule(String task, Duration delay, Runnable work) {
        return arm(new SystemTask(this, task, 0, work), delay);
    }

    @Override
    public Task standby(String task, Duration delay, Runnable work) {
        return schedule(task, delay, work);
    }

    @Override
    public Task every(String task, Duration first, Duration period, Runnable work) {
        return arm(new SystemTask(this, task, Nanos.ofPeriod(period), work), first);
    }

    private Task arm(SystemTask task, Duration delay) {
        if (admit(task)) {
            task.startAt(nanos() + Nanos.ofDelay(delay));
        }
        return task;
    }

    /** Registers a new task, or finishes it at once if the scope is closed. */
    boolean admit(LiveTask task) {
        boolean open = live.add(task);
        if (!open) {
            task.finish();
        }
        return open;
    }

    @Override
    public <T> T blocking(String task, Callable<T> call) throws Exception {
        if (BlockingPool.isCallThread()) {
            return call.call();
        }
        var started = new BlockingCall<>(this, task, call);
        if (!admit(started)) {
            throw new RejectedExecutionException("scope " + name + " is closed: " + task);
        }
        return resultOf(started);
    }

    private <T> T resultOf(BlockingCall<T> call) throws Exception {
        boolean handedOver = false;
        try {
            engine.pool.start(call);
            handedOver = true;
            return call.result().await();
        } catch (ExecutionException e) {
            throw unwrap(e);
        } catch (InterruptedException e) {
            call.cancel();
            throw e;
        } finally {
            if (!handedOver) {
                call.finish();
            }
        }
    }

    private static Exception unwrap(ExecutionException e) {
        return switch (e.getCause()) {
            case Error error -> throw error;
            case Exception exception -> exception;
            case null, default -> e;
        };
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(Math.ceilDiv(Nanos.ofDelay(duration), 1_000_000L));
    }

    @Override
    public Signal signal(String awaited) {
        return new SystemSignal(awaited);
    }

    @Override
    public Lane lane(String task, int capacity) {
        return new SystemLane(this, task, capacity, this::execute, Integer.MAX_VALUE);
    }

    @Override
    public Lane backgroundLane(String task, int capacity) {
        return new SystemLane(this, task, capacity, this::executeInBackground, BACKGROUND_BATCH);
    }

    @Override
    public Trigger trigger(String task, Runnable work) {
        return new SystemTrigger(this, task, work, this::execute);
    }

    @Override
    public Trigger backgroundTrigger(String task, Runnable work) {
        return new SystemTrigger(this, task, work, this::executeInBackground);
    }

    @Override
    public Pauses pauses() {
        return pauses;
    }

    @Override
    public Dispatcher child(String part) {
        var scope = new SystemScope(engine, name + "/" + part, this);
        tree.adopt(scope.tree);
        return scope;
    }

    @Override
    public List<String> liveTasks() {
        return tree.liveTasks().stream().map(task -> task + ": " + task.state()).toList();
    }

    @Override
    public boolean isClosed() {
        return tree.isClosed();
    }

    @Override
    public void close() {
        boolean first = tree.close(engine.closeGrace);
        if (first && parent == null) {
            engine.stop();
        }
    }

    /** Runs foreign code; whatever it throws ends here. After closing, failures are the expected end of what was interrupted. */
    void guard(String task, Runnable work) {
        try {
            work.run();
        } catch (Throwable failure) {
            var event = isClosed() ? log.atDebug() : log.atError();
            event.addKeyValue("task", task)
                    .addKeyValue("scope", name)
                    .setCause(failure)
                    .log("Task failed");
        }
    }
}
