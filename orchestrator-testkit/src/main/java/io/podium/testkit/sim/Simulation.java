package io.podium.testkit.sim;

import io.podium.dispatch.Nanos;
import java.time.Duration;
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
    private static final Logger log = LoggerFactory.getLogger(SimulatedDispatcher.class);
    private static final int STEPS_PER_INSTANT = 5_000_000;
    private static final Duration OWN_PATIENCE = Duration.ofHours(1);

    final long seed;
    final History history = new History();
    final Agenda agenda;
    final SimPauseLog pauses;
    private final SimScope root;
    private final Runners runners;
    private final SimTask driver;
    private final Map<String, SeededRandom> streams = new HashMap<>(); // looked up, never iterated

    private volatile Thread holder;
    private SimTask current;
    private @Nullable Goal goal;
    private int stepsHere;
    private boolean ended;
    private @Nullable FaultPlan callDelays;
    private volatile boolean abandoned;

    Simulation(long seed, Strategy strategy) {
        this.seed = seed;
        this.agenda = new Agenda(new ReadyTasks(random("schedule"), strategy));
        this.pauses = new SimPauseLog(agenda);
        this.root = new SimScope(this, "sim", null);
        this.runners = new Runners(this);
        this.driver = new SimTask(root, "driver", 0, SimTask.Claim.OWED, () -> {});
        this.driver.state = SimTask.State.RUNNING;
        this.driver.runner = runners.driver();
        this.holder = runners.driver().thread();
        this.current = driver;
    }

    SimScope root() {
        return root;
    }

    SeededRandom random(String stream) {
        return streams.computeIfAbsent(stream, name -> SeededRandom.named(seed, name));
    }

    /** Refuses threads that are not part of the simulation: what they do would differ from run to run. */
    void enter() {
        if (Thread.currentThread() != holder) {
            throw new IllegalStateException("thread " + Thread.currentThread().getName()
                    + " is not part of the simulation of seed " + seed
                    + "; only its tasks and the thread that drives it may use it, and a task must wait through its"
                    + " dispatcher only");
        }
    }

    private void requireDriver() {
        enter();
        if (current != driver) {
            throw new IllegalStateException(current + " is a task of the simulation and must not drive or close it");
        }
    }

    /** Makes the calling thread the driving one, while nothing runs. */
    void adopt() {
        if (current != driver) {
            throw new IllegalStateException("the simulation of seed " + seed + " runs on thread " + holder.getName());
        }
        runners.adoptCaller();
        driver.runner = runners.driver();
        holder = runners.driver().thread();
    }

    boolean isCurrent(SimTask task) {
        return current == task;
    }

    // Tasks

    void start(SimTask task) {
        enter();
        agenda.makeReady(task);
    }

    void arm(SimTask task, Duration delay) {
        enter();
        agenda.arm(task, agenda.after(delay));
    }

    void cancel(SimTask task) {
        enter();
        task.cancelled = true;
        switch (task.state) {
            case ARMED -> {
                agenda.disarm(task);
                task.finish();
            }
            case READY -> task.interrupted = task.hasBegun();
            case RUNNING -> Thread.currentThread().interrupt(); // only the holder's own task runs
            case PARKED -> {
                task.interrupted = true;
                agenda.unpark(task);
            }
            case DONE -> {}
        }
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

    // Waiting

    /** Lets the current task wait for a time. */
    void sleep(Duration duration) throws InterruptedException {
        enter();
        refuseInterrupted();
        long until = agenda.after(duration);
        if (until == agenda.now()) {
            agenda.makeReady(current);
        } else {
            agenda.park(current, until);
        }
        switchAway(current, until);
    }

    /** Lets the current task wait for a pulse or a time; true if the time came first. */
    boolean park(SimSignal signal, List<SimTask> waiters, long deadline) throws InterruptedException {
        enter();
        refuseInterrupted();
        var task = current;
        task.awaited = signal;
        waiters.add(task);
        agenda.park(task, deadline);
        switchAway(task, deadline);
        return task.timedOut;
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
            runOthers(task);
        }
        refuseEnded();
        if (task.interrupted) {
            task.interrupted = false;
            throw new InterruptedException(task + " was cancelled");
        }
    }

    private void runOthers(SimTask task) {
        var own = task.runner;
        if (own == null) {
            throw new IllegalStateException("has not begun: " + task);
        }
        var picked = next();
        if (picked != task) {
            runners.hand(picked);
            own.awaitBaton();
        }
        holder = own.thread();
        current = task;
        task.state = SimTask.State.RUNNING;
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
        runners.retire(self);
        runners.hand(task);
    }

    private void runFromStart(SimTask task, Runner self) {
        task.runner = self;
        task.state = SimTask.State.RUNNING;
        current = task;
        guard(task);
        boolean ignored = Thread.interrupted(); // the flag belongs to the task that has ended
        task.runner = null;
        if (task.period > 0 && !task.cancelled) {
            agenda.arm(task, Nanos.nextDue(task.dueAt, task.period, agenda.now()));
        } else {
            task.finish();
        }
    }

    private void guard(SimTask task) {
        try {
            task.work.run();
        } catch (SimulationEnded e) {
            log.atDebug().addKeyValue("task", task).log("Task ended with its simulation");
        } catch (Throwable failure) {
            boolean expected = task.scope.isClosed();
            var event = expected ? log.atDebug() : log.atError();
            event.addKeyValue("task", task)
                    .addKeyValue("seed", seed)
                    .setCause(failure)
                    .log("Task failed");
            if (!expected) {
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
            var task = agenda.takeReady();
            if (task == null) {
                advance(pursued);
            } else if (task.cancelled && !task.hasBegun()) {
                task.finish();
            } else if (++stepsHere > STEPS_PER_INSTANT) {
                agenda.makeReady(task);
                pursued.failure = failure("time stands still at " + agenda.wallTime() + " after " + STEPS_PER_INSTANT
                        + " steps, the last one of " + task);
            } else {
                history.step(task.kindHash());
                pursued.reached |= task == driver;
                return task;
            }
        }
    }

    /** Nothing is ready: ends the run, checks its condition, or moves on to the next timer. */
    private void advance(Goal pursued) {
        if (pursued.kind == Goal.Kind.IDLE && agenda.owesNothing()) {
            pursued.reached = true;
        } else if (pursued.wantsCheck()) {
            root.execute("condition", pursued.check());
        } else if (agenda.nextDue() > pursued.limit) {
            exhaust(pursued);
        } else {
            agenda.advance();
            stepsHere = 0;
            pursued.checked = false;
        }
    }

    /** No timer is left within the goal's limit. */
    private void exhaust(Goal pursued) {
        var limit = Agenda.START.plusNanos(pursued.limit);
        switch (pursued.kind) {
            case TIME -> {
                agenda.passTo(pursued.limit);
                pursued.reached = true;
            }
            case IDLE -> pursued.failure = failure("not idle by " + limit);
            case CONDITION -> pursued.failure = failure("condition not met by " + limit);
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

    /** The driving thread waits like any other task, and tasks run meanwhile. */
    private void driveOwnWait(long deadline) throws InterruptedException {
        var wait = Goal.ownWait(deadline == Agenda.NEVER ? agenda.after(OWN_PATIENCE) : deadline);
        pursue(wait);
        if (!wait.reached) {
            agenda.withdraw(driver);
        }
        driver.state = SimTask.State.RUNNING;
        if (abandoned) {
            abandoned = false;
            throw new InterruptedException("the driving thread was interrupted");
        }
        wait.rethrow();
    }

    private void pursue(Goal wanted) {
        goal = wanted;
        stepsHere = 0;
        var picked = next();
        if (picked != null && picked != driver) {
            runners.hand(picked);
            while (!runners.driver().receivesBaton()) {
                abandoned = true; // whoever holds the baton returns it at its next step
            }
        }
        goal = null;
        holder = runners.driver().thread();
        current = driver;
    }

    /** A stretch of time in which nothing runs, as if the process had been stopped. */
    void standStill(Duration length) {
        requireDriver();
        agenda.passTo(agenda.now() + Nanos.ofPeriod(length));
        pauses.add(length);
    }

    /** Ends all tasks and threads. Tasks that ignore their interruption are ended by an error at their next wait. */
    void shutDown() {
        if (ended) {
            return;
        }
        requireDriver();
        boolean interrupted = Thread.interrupted(); // an interrupted test still leaves no thread behind
        try {
            root.endScope();
        } finally {
            ended = true;
            endParkedTasks();
            runners.dismiss();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void endParkedTasks() {
        root.allTasks().stream()
                .filter(task -> task.state == SimTask.State.PARKED)
                .forEach(agenda::unpark);
        pursue(Goal.time(agenda.now()));
    }
}
