package io.podium.testkit.sim;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Lane;
import io.podium.api.dispatch.Pauses;
import io.podium.api.dispatch.RandomSource;
import io.podium.api.dispatch.Signal;
import io.podium.api.dispatch.Task;
import io.podium.api.dispatch.Trigger;
import io.podium.dispatch.Nanos;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A scope of a {@link SimulatedDispatcher}. */
final class SimScope implements Dispatcher {
    private static final Logger log = LoggerFactory.getLogger(SimulatedDispatcher.class);
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(10);

    final Simulation simulation;
    final int labelHash;
    private final String name;
    private final @Nullable SimScope parent;
    private final Set<SimScope> children = new LinkedHashSet<>();
    private final Pauses pauses = new SimPauses(this);
    private @Nullable SimTask first;
    private @Nullable SimTask last;
    private boolean closed;

    SimScope(Simulation simulation, String name, @Nullable SimScope parent) {
        this.simulation = simulation;
        this.name = name;
        this.parent = parent;
        this.labelHash = name.hashCode();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Instant now() {
        return simulation.agenda.wallTime();
    }

    @Override
    public long nanos() {
        return simulation.agenda.now();
    }

    @Override
    public RandomSource random() {
        return random("");
    }

    @Override
    public RandomSource random(String stream) {
        simulation.enter();
        return simulation.random(name + "#" + stream);
    }

    @Override
    public Task execute(String task, Runnable work) {
        var started = new SimTask(this, task, 0, SimTask.Claim.OWED, work);
        if (admit(started)) {
            simulation.start(started);
        }
        return started;
    }

    @Override
    public Task pump(String task, Runnable work) {
        return execute(task, work);
    }

    @Override
    public Task schedule(String task, Duration delay, Runnable work) {
        return arm(new SimTask(this, task, 0, SimTask.Claim.OWED, work), delay);
    }

    @Override
    public Task standby(String task, Duration delay, Runnable work) {
        return arm(new SimTask(this, task, 0, SimTask.Claim.STANDBY, work), delay);
    }

    @Override
    public Task every(String task, Duration firstDelay, Duration period, Runnable work) {
        return arm(new SimTask(this, task, Nanos.ofPeriod(period), SimTask.Claim.STANDBY, work), firstDelay);
    }

    private Task arm(SimTask task, Duration delay) {
        if (admit(task)) {
            simulation.arm(task, delay);
        }
        return task;
    }

    @Override
    public <T> T blocking(String task, Callable<T> call) throws Exception {
        if (closed) {
            throw new RejectedExecutionException("scope " + name + " is closed: " + task);
        }
        simulation.beforeCall(task);
        return call.call();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        simulation.sleep(duration);
    }

    @Override
    public Signal signal(String awaited) {
        return new SimSignal(simulation, awaited);
    }

    @Override
    public Lane lane(String task, int capacity) {
        return new SimLane(this, task, capacity);
    }

    @Override
    public Trigger trigger(String task, Runnable work) {
        return new SimTrigger(this, task, work);
    }

    @Override
    public Pauses pauses() {
        return pauses;
    }

    @Override
    public Dispatcher child(String part) {
        simulation.enter();
        var child = new SimScope(simulation, name + "/" + part, this);
        child.closed = closed;
        if (!closed) {
            children.add(child);
        }
        return child;
    }

    @Override
    public List<String> liveTasks() {
        return allTasks().stream().map(SimTask::describe).toList();
    }

    /** The live tasks of this scope, then its children's. */
    List<SimTask> allTasks() {
        var all = new ArrayList<SimTask>();
        collect(all);
        return all;
    }

    private void collect(List<SimTask> all) {
        for (var task = first; task != null; task = task.next) {
            all.add(task);
        }
        children.forEach(child -> child.collect(all));
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    /** The root is closed together with its simulation. */
    @Override
    public void close() {
        if (parent == null) {
            simulation.shutDown();
        } else {
            endScope();
        }
    }

    void endScope() {
        simulation.enter();
        if (closed) {
            return;
        }
        refuse();
        var tasks = allTasks();
        tasks.forEach(SimTask::cancel);
        joinAll(tasks);
        if (parent != null) {
            parent.children.remove(this);
        }
    }

    private void refuse() {
        closed = true;
        children.forEach(SimScope::refuse);
    }

    private void joinAll(List<SimTask> tasks) {
        long deadline = simulation.agenda.after(CLOSE_GRACE);
        var hanging = new ArrayList<String>();
        try {
            for (var task : tasks) {
                var left = Duration.ofNanos(deadline - simulation.agenda.now());
                if (!simulation.isCurrent(task) && !task.join(left)) {
                    hanging.add(task.describe());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the closer is in a hurry: all tasks are cancelled, none is waited for
        }
        if (!hanging.isEmpty()) {
            log.atError()
                    .addKeyValue("scope", name)
                    .addKeyValue("tasks", hanging)
                    .log("Tasks ignored their interruption and are left behind");
        }
    }

    private boolean admit(SimTask task) {
        simulation.enter();
        if (closed) {
            task.state = SimTask.State.DONE;
            return false;
        }
        var before = last;
        task.previous = before;
        last = task;
        if (before == null) {
            first = task;
        } else {
            before.next = task;
        }
        return true;
    }

    /** Takes an admitted task that has ended out of the list. */
    void forget(SimTask task) {
        var before = task.previous;
        var after = task.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        task.previous = null;
        task.next = null;
    }
}
