package io.podium.testkit.sim;

import io.podium.dispatch.Nanos;
import io.podium.dispatch.TimerHeap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop that runs one task at a time, and the state that belongs to whoever holds the baton.
 *
 * <p>Protocol. Exactly one {@link Runner} holds the baton: the driving thread or a virtual thread. The holder picks the next
 * task. One that has not begun runs on the holder's own stack and, if it never waits, ends there without a hand-off. A task
 * that waits picks its successor itself: if that is the same task (a sleep with nothing else to do), it just goes on; if it
 * is another parked task, the baton goes straight to that task's thread; if it has not begun, to an idle runner. A runner
 * without a task stays in the pool. When there is nothing to pick, the baton returns to the driving thread.
 */
final class Simulation {
    static final long NEVER = Long.MAX_VALUE;
    static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    private static final Logger log = LoggerFactory.getLogger(SimulatedDispatcher.class);
    private static final int STEPS_PER_INSTANT = 20_000_000;
    private static final Duration OWN_PATIENCE = Duration.ofHours(1);

    final long seed;
    final History history = new History();
    final SimPauseLog pauses = new SimPauseLog(this);
    private final SimScope root;
    private final SimTask driver;
    private final ReadyTasks ready;
    private final TimerHeap<SimTask> timers = new TimerHeap<>();
    private final ArrayDeque<Runner> idleRunners = new ArrayDeque<>();
    private final Map<String, SeededRandom> streams = new HashMap<>(); // looked up, never iterated

    private Runner driverRunner;
    private volatile Thread holder;
    private SimTask current;
    private @Nullable Goal goal;
    private volatile long now;
    private long owedTimers;
    private int stepsHere;
    private int runnersMade;
    private boolean ended;
    private Instant wallStart = START;
    private @Nullable FaultPlan callDelays;
    private volatile boolean abandoned;

    Simulation(long seed, Strategy strategy) {
        this.seed = seed;
        this.ready = new ReadyTasks(random("schedule"), strategy);
        this.root = new SimScope(this, "sim", null);
        this.driver = new SimTask(root, "driver", 0, SimTask.Claim.OWED, () -> {});
        this.driverRunner = Runner.ofCaller();
        this.holder = driverRunner.thread();
        this.driver.runner = driverRunner;
        this.driver.state = SimTask.State.RUNNING;
        this.current = driver;
    }

    SimScope root() {
        return root;
    }

    long nanos() {
        return now;
    }

    Instant wallTime() {
        return wallStart.plusNanos(now);
    }

    void stepWallClock(Duration step) {
        enter();
        wallStart = wallStart.plus(step);
    }

    /** Virtual time after a delay from now. */
    long deadline(Duration delay) {
        return now + Nanos.ofDelay(delay);
    }

    void slowCalls(FaultPlan plan) {
        callDelays = plan;
    }

    /** Lets the current task wait if the seed makes its call slow. */
    void beforeCall(String call) throws InterruptedException {
        enter();
        refuseInterrupted();
        if (callDelays != null) {
            callDelays.delay(call);
        }
    }

    SeededRandom random(String stream) {
        return streams.computeIfAbsent(stream, name -> SeededRandom.named(seed, name));
    }

    /** Refuses threads that are not part of the simulation: what they do would differ from run to run. */
    void enter() {
        if (Thread.currentThread() != holder) {
            throw new IllegalStateException("thread " + Thread.currentThread().getName()
                    + " is not part of the simulation of seed " + seed + "; only its tasks and the thread that drives it may"
                    + " use it, and a task must wait through its dispatcher only");
        }
    }

    /** Makes the calling thread the driving one, while nothing runs. */
    void adopt() {
        if (current != driver) {
            throw new IllegalStateException("the simulation of seed " + seed + " runs on thread " + holder.getName());
        }
        driverRunner = Runner.ofCaller();
        driver.runner = driverRunner;
        holder = driverRunner.thread();
    }

    boolean isCurrent(SimTask task) {
        return current == task;
    }

    // Tasks

    void start(SimTask task) {
        enter();
        makeReady(task);
    }

    void arm(SimTask task, long due) {
        enter();
        task.state = SimTask.State.ARMED;
        addTimer(task, due, task.claim);
    }

    void cancel(SimTask task) {
        enter();
        task.cancelled = true;
        switch (task.state) {
            case ARMED -> {
                removeTimer(task, task.claim);
                task.finish();
            }
            case READY -> task.interrupted = task.hasBegun();
            case RUNNING -> Thread.currentThread().interrupt(); // only the holder's own task runs
            case PARKED -> {
                task.interrupted = true;
                unpark(task);
            }
            case DONE -> {}
        }
    }

    /** Makes a parked task ready that no longer stands in the signal's list of waiters. */
    void wake(SimTask task) {
        task.awaited = null;
        unpark(task);
    }

    private void unpark(SimTask task) {
        removeTimer(task, SimTask.Claim.OWED);
        if (task.awaited != null) {
            task.awaited.desert(task);
            task.awaited = null;
        }
        makeReady(task);
    }

    private void makeReady(SimTask task) {
        task.state = SimTask.State.READY;
        ready.add(task);
    }

    private void addTimer(SimTask task, long due, SimTask.Claim claim) {
        task.dueAt = due;
        timers.add(task, due);
        if (claim == SimTask.Claim.OWED) {
            owedTimers++;
        }
    }

    private void removeTimer(SimTask task, SimTask.Claim claim) {
        if (timers.remove(task) && claim == SimTask.Claim.OWED) {
            owedTimers--;
        }
    }

    // Waiting

    /** Lets the current task wait for a time. */
    void sleep(Duration duration) throws InterruptedException {
        enter();
        refuseInterrupted();
        long nanos = Nanos.ofDelay(duration);
        if (nanos == 0) {
            makeReady(current);
            current.timedOut = false;
        } else {
            parkUntil(current, now + nanos);
        }
        switchAway(current, now + nanos);
    }

    /** Lets the current task wait for a pulse or a time; true if the time came first. */
    boolean park(SimSignal signal, List<SimTask> waiters, long deadline) throws InterruptedException {
        enter();
        refuseInterrupted();
        var task = current;
        task.awaited = signal;
        waiters.add(task);
        parkUntil(task, deadline);
        switchAway(task, deadline);
        return task.timedOut;
    }

    private void parkUntil(SimTask task, long deadline) {
        task.state = SimTask.State.PARKED;
        task.timedOut = false;
        if (deadline != NEVER) {
            addTimer(task, deadline, SimTask.Claim.OWED);
        }
    }

    private void refuseInterrupted() throws InterruptedException {
        refuseEnded();
        if (Thread.interrupted()) {
            throw new InterruptedException(current + " was cancelled");
        }
    }

    private void refuseEnded() {
        if (ended && current == driver) {
            throw new IllegalStateException("the simulation of seed " + seed + " is closed");
        }
        if (ended) {
            throw new SimulationEnded();
        }
    }

    private void switchAway(SimTask task, long deadline) throws InterruptedException {
        if (task == driver) {
            driveOwnWait(deadline);
        } else {
            var own = runnerOf(task);
            var picked = next();
            if (picked != task) {
                hand(picked);
                own.awaitBaton();
            }
            resumed(task, own);
        }
        refuseEnded();
        if (task.interrupted) {
            task.interrupted = false;
            throw new InterruptedException(task + " was cancelled");
        }
    }

    private void resumed(SimTask task, Runner own) {
        holder = own.thread();
        current = task;
        task.state = SimTask.State.RUNNING;
    }

    /** Passes the baton to whoever is to run the picked task, or back to the driving thread if there is none. */
    private void hand(@Nullable SimTask picked) {
        if (picked == null) {
            driverRunner.pass();
        } else if (picked.hasBegun()) {
            runnerOf(picked).pass();
        } else {
            var idle = idleRunners.pollLast();
            var runner = idle != null ? idle : Runner.started(this, ++runnersMade);
            runner.assigned = picked;
            runner.pass();
        }
    }

    private static Runner runnerOf(SimTask task) {
        var runner = task.runner;
        if (runner == null) {
            throw new IllegalStateException("task has not begun: " + task);
        }
        return runner;
    }

    // The loop

    /** Runs tasks on the calling runner's thread until the baton goes elsewhere. */
    void loop(Runner self) {
        holder = self.thread();
        var task = self.assigned;
        self.assigned = null;
        while (task != null && !task.hasBegun()) {
            runFromStart(task, self);
            task = next();
        }
        idleRunners.addLast(self);
        hand(task);
    }

    private void runFromStart(SimTask task, Runner self) {
        task.runner = self;
        task.state = SimTask.State.RUNNING;
        current = task;
        guard(task, task.work);
        boolean ignored = Thread.interrupted(); // the flag belongs to the task that has ended
        task.runner = null;
        if (task.period > 0 && !task.cancelled && !task.scope.isClosed()) {
            task.state = SimTask.State.ARMED;
            addTimer(task, Nanos.nextDue(task.dueAt, task.period, now), task.claim);
        } else {
            task.finish();
        }
    }

    void guard(SimTask task, Runnable work) {
        try {
            work.run();
        } catch (SimulationEnded e) {
            log.atDebug().addKeyValue("task", task).log("Task ended with its simulation");
        } catch (Throwable failure) {
            var event = task.scope.isClosed() ? log.atDebug() : log.atError();
            event.addKeyValue("task", task).addKeyValue("seed", seed).setCause(failure).log("Task failed");
            if (!task.scope.isClosed()) {
                history.failed(task + ": " + failure);
            }
        }
    }

    /** Picks the next task and lets time move on to it; null if the driving thread is to go on. */
    private @Nullable SimTask next() {
        while (true) {
            var pursued = goal;
            if (pursued == null || pursued.isOver() || abandoned) {
                return null;
            }
            var task = ready.take();
            if (task == null) {
                if (!advance(pursued)) {
                    return null;
                }
            } else if (task.cancelled && !task.hasBegun()) {
                task.finish();
            } else {
                history.step(task.kindHash());
                if (++stepsHere > STEPS_PER_INSTANT) {
                    ready.add(task);
                    pursued.failure = failure("time stands still at " + START.plusNanos(now) + " after "
                            + STEPS_PER_INSTANT + " steps, the last one of " + task);
                    return null;
                }
                pursued.reached |= task == driver;
                return task;
            }
        }
    }

    /** Nothing is ready: ends the run, checks its condition, or moves on to the next timer; false ends the run. */
    private boolean advance(Goal pursued) {
        if (pursued.kind == Goal.Kind.IDLE && owedTimers == 0) {
            pursued.reached = true;
            return false;
        }
        if (pursued.condition != null && !pursued.checked && !pursued.checking) {
            check(pursued);
            return true;
        }
        var first = timers.peek();
        if (first == null || first.due() > pursued.limit) {
            exhaust(pursued);
            return false;
        }
        moveTo(Math.max(now, first.due()));
        pursued.checked = false;
        return true;
    }

    private void moveTo(long time) {
        now = time;
        stepsHere = 0;
        for (var task = timers.poll(time); task != null; task = timers.poll(time)) {
            fire(task);
        }
    }

    private void fire(SimTask task) {
        boolean parked = task.state == SimTask.State.PARKED;
        if (parked || task.claim == SimTask.Claim.OWED) {
            owedTimers--;
        }
        if (parked) {
            task.timedOut = true;
            unpark(task);
        } else {
            makeReady(task);
        }
    }

    private void check(Goal pursued) {
        pursued.checked = true;
        pursued.checking = true;
        root.execute("condition", () -> {
            try {
                pursued.reached = pursued.condition == null || pursued.condition.getAsBoolean();
            } catch (RuntimeException e) {
                pursued.failure = e;
            } catch (Error e) {
                pursued.error = e;
            }
            pursued.checking = false;
        });
    }

    /** No timer is left within the goal's limit. */
    private void exhaust(Goal pursued) {
        switch (pursued.kind) {
            case TIME -> {
                now = Math.max(now, pursued.limit);
                pursued.reached = true;
            }
            case IDLE -> pursued.failure = failure("not idle by " + START.plusNanos(pursued.limit));
            case CONDITION -> pursued.failure = failure("condition not met by " + START.plusNanos(pursued.limit));
            case OWN_WAIT -> pursued.failure = failure("the driving thread waits for something that no task does");
        }
    }

    private SimulationException failure(String what) {
        var tasks = String.join("\n  ", root.liveTasks());
        return new SimulationException(what + "; seed " + seed + ", tasks:\n  " + tasks);
    }

    // Driving

    /** Runs tasks until the goal is reached. Called by the driving thread outside any task. */
    void drive(Goal wanted) {
        requireDriver();
        pursue(wanted);
        if (abandoned) {
            abandoned = false;
            Thread.currentThread().interrupt();
            throw failure("the driving thread was interrupted");
        }
        wanted.rethrow();
    }

    private void requireDriver() {
        enter();
        if (current != driver) {
            throw new IllegalStateException(current + " is a task of the simulation and must not drive or close it");
        }
    }

    /** The driving thread waits like any other task, and tasks run meanwhile. */
    private void driveOwnWait(long deadline) throws InterruptedException {
        var wait = Goal.ownWait(deadline == NEVER ? now + OWN_PATIENCE.toNanos() : deadline);
        pursue(wait);
        if (!wait.reached) {
            withdrawDriver();
        }
        driver.state = SimTask.State.RUNNING;
        if (abandoned) {
            abandoned = false;
            throw new InterruptedException("the driving thread was interrupted");
        }
        wait.rethrow();
    }

    private void withdrawDriver() {
        if (driver.state == SimTask.State.PARKED) {
            unpark(driver);
        }
        ready.remove(driver);
    }

    private void pursue(Goal wanted) {
        goal = wanted;
        stepsHere = 0;
        var picked = next();
        if (picked != null && picked != driver) {
            hand(picked);
            while (!driverRunner.receivesBaton()) {
                abandoned = true; // whoever holds the baton returns it at its next step
            }
        }
        goal = null;
        holder = driverRunner.thread();
        current = driver;
    }

    /** A stretch of time in which nothing runs, as if the process had been stopped. */
    void standStill(Duration length) {
        requireDriver();
        now += Nanos.ofPeriod(length);
        pauses.add(length);
    }

    /** What is left until a task's timer is due. */
    Duration untilDue(SimTask task) {
        return Duration.ofNanos(Math.max(0, task.dueAt - now));
    }

    /** Ends all tasks and threads. Tasks that ignore their interruption are ended by an error at their next wait. */
    void shutDown() {
        if (ended) {
            return;
        }
        requireDriver();
        try {
            root.endScope();
        } finally {
            ended = true;
            root.allTasks().stream()
                    .filter(task -> task.state == SimTask.State.PARKED)
                    .forEach(this::unpark);
            drive(Goal.time(now));
            dismissRunners();
        }
    }

    private void dismissRunners() {
        try {
            while (!idleRunners.isEmpty()) {
                idleRunners.removeLast().dismiss();
                runnersMade--;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (runnersMade > 0) {
            log.atError().addKeyValue("threads", runnersMade).log("Threads of a simulation are left behind");
        }
    }

    /** Thrown out of every wait once the simulation has been closed; not an exception, so that tasks do not handle it. */
    private static final class SimulationEnded extends Error {
        private static final long serialVersionUID = 1L;

        SimulationEnded() {
            super("the simulation has ended", null, false, false);
        }
    }
}
