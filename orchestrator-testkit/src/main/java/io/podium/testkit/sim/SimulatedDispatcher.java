package io.podium.testkit.sim;

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
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * A dispatcher in virtual time, where one task runs at a time and a seed picks the next among those that are ready. Time
 * stands still while anything is ready and then jumps to the next timer; timers due at the same time become ready together.
 *
 * <p>The thread that makes it drives it: tasks run only while that thread is in {@link #runFor}, {@link #awaitIdle}, {@link
 * #runUntil} or in a wait of its own ({@link #sleep}, {@link Signal#await}, {@link Task#join}, {@link #close}), in which it
 * is a task like any other. No other thread may use it.
 *
 * <p>Tasks that never wait cost no hand-off between threads; those that do cost one or two. Virtual time begins at
 * {@code 2030-01-01T00:00:00Z}.
 *
 * <pre>{@code
 * try (var time = SimulatedDispatcher.seeded(seed)) {
 *     var cluster = startCluster(time);
 *     time.runFor(Duration.ofMinutes(10));
 *     assertThat(time.failures()).isEmpty();
 * }
 * }</pre>
 */
public final class SimulatedDispatcher implements Dispatcher {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Simulation simulation;
    private final SimScope root;

    private SimulatedDispatcher(Simulation simulation) {
        this.simulation = simulation;
        this.root = simulation.root();
    }

    /**
     * Starts a simulation that picks uniformly among ready tasks.
     *
     * @param seed decides everything that could happen in more than one order
     * @return a new simulation, driven by the calling thread
     */
    public static SimulatedDispatcher seeded(long seed) {
        return seeded(seed, Strategy.UNIFORM);
    }

    /**
     * Starts a simulation.
     *
     * @param seed decides everything that could happen in more than one order
     * @param strategy how the next task is picked
     * @return a new simulation, driven by the calling thread
     */
    public static SimulatedDispatcher seeded(long seed, Strategy strategy) {
        return new SimulatedDispatcher(new Simulation(seed, strategy));
    }

    /**
     * The seed, to be printed by a test that fails.
     *
     * @return the seed that it was made with
     */
    public long seed() {
        return simulation.seed;
    }

    /**
     * Runs everything that is ready or becomes due within a stretch of virtual time, its end included.
     *
     * @param duration how far virtual time advances, at least zero
     * @throws IllegalArgumentException if {@code duration} is negative
     * @throws SimulationException if time stands still because tasks keep each other busy
     */
    public void runFor(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("the duration to run for must not be negative, was " + duration);
        }
        simulation.drive(Goal.time(simulation.agenda.after(duration)));
    }

    /**
     * Runs until no task is ready and no timer is left but those of {@link #every} and {@link #standby}, for an hour of
     * virtual time at most. Tasks that wait for a signal without time limit may remain.
     *
     * @throws SimulationException if that does not happen; it names the tasks that are still alive
     */
    public void awaitIdle() {
        awaitIdle(PATIENCE);
    }

    /**
     * Runs until no task is ready and no timer is left but those of {@link #every} and {@link #standby}.
     *
     * @param atMost how far virtual time may advance
     * @throws SimulationException if that does not happen; it names the tasks that are still alive
     */
    public void awaitIdle(Duration atMost) {
        simulation.drive(Goal.idle(simulation.agenda.after(atMost)));
    }

    /**
     * Runs until a condition holds. It is checked whenever nothing is ready and time is about to move on, so it may overlook
     * a state that lasts for no time.
     *
     * @param condition runs as a task, so that it may itself wait
     * @param atMost how far virtual time may advance
     * @throws SimulationException if the condition does not hold by then; it names the tasks that are alive
     */
    public void runUntil(BooleanSupplier condition, Duration atMost) {
        simulation.drive(Goal.condition(condition, simulation.agenda.after(atMost)));
    }

    /**
     * Lets the whole process stand still: virtual time advances and nothing runs, as after SIGSTOP or a closed lid. When it
     * runs again, everything that has become due meanwhile is ready at once. {@link Pauses} tells of it.
     *
     * @param length for how long, positive
     * @throws IllegalArgumentException if {@code length} is not positive
     */
    public void standStill(Duration length) {
        simulation.standStill(length);
    }

    /**
     * Steps the wall clock, and only it: {@link #nanos} and timers are not affected.
     *
     * @param step forward, or backward if negative
     */
    public void stepWallClock(Duration step) {
        simulation.enter();
        simulation.agenda.stepWallClock(step);
    }

    /**
     * Makes calls through {@link Dispatcher#blocking} slow or not, by their names.
     *
     * @param plan asked by {@link FaultPlan#delay} before each call
     */
    public void slowCalls(FaultPlan plan) {
        simulation.slowCalls(plan);
    }

    /**
     * Adds a line to the history, stamped with the virtual time.
     *
     * @param line what happened, without anything that differs between two runs of one seed
     */
    public void record(String line) {
        simulation.enter();
        simulation.history.record(simulation.agenda.now(), line);
    }

    /**
     * Hands each recorded line to a listener too, to find where two histories part.
     *
     * @param listener gets lines that begin with the virtual time in nanoseconds
     */
    public void recordTo(Consumer<String> listener) {
        simulation.history.listener(listener);
    }

    /**
     * The history so far: SHA-256 over all recorded lines and over which task was picked at each step.
     *
     * @return 64 hexadecimal digits, equal for equal seeds
     */
    public String historyDigest() {
        return simulation.history.digest();
    }

    /**
     * How often a task was begun or continued.
     *
     * @return the number of steps so far
     */
    public long steps() {
        return simulation.history.steps();
    }

    /**
     * Exceptions that left a task, oldest first, a thousand at most. They have been logged.
     *
     * @return scope, task and exception, one line each
     */
    public List<String> failures() {
        return simulation.history.failures();
    }

    /**
     * Makes the calling thread the one that drives the simulation from now on. The thread that did must have stopped using it.
     *
     * @throws IllegalStateException if the simulation is running
     */
    public void adopt() {
        simulation.adopt();
    }

    @Override
    public String name() {
        return root.name();
    }

    @Override
    public Instant now() {
        return root.now();
    }

    @Override
    public long nanos() {
        return root.nanos();
    }

    @Override
    public RandomSource random() {
        return root.random();
    }

    @Override
    public RandomSource random(String stream) {
        return root.random(stream);
    }

    @Override
    public Task execute(String name, Runnable work) {
        return root.execute(name, work);
    }

    @Override
    public Task schedule(String name, Duration delay, Runnable work) {
        return root.schedule(name, delay, work);
    }

    @Override
    public Task standby(String name, Duration delay, Runnable work) {
        return root.standby(name, delay, work);
    }

    @Override
    public Task every(String name, Duration first, Duration period, Runnable work) {
        return root.every(name, first, period, work);
    }

    @Override
    public Task pump(String name, Runnable work) {
        return root.pump(name, work);
    }

    @Override
    public <T> T blocking(String name, Callable<T> call) throws Exception {
        return root.blocking(name, call);
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        root.sleep(duration);
    }

    @Override
    public Signal signal(String name) {
        return root.signal(name);
    }

    @Override
    public Lane lane(String name, int capacity) {
        return root.lane(name, capacity);
    }

    @Override
    public Trigger trigger(String name, Runnable work) {
        return root.trigger(name, work);
    }

    @Override
    public Pauses pauses() {
        return root.pauses();
    }

    @Override
    public Dispatcher child(String name) {
        return root.child(name);
    }

    @Override
    public List<String> liveTasks() {
        return root.liveTasks();
    }

    @Override
    public boolean isClosed() {
        return root.isClosed();
    }

    /** Ends all tasks and threads of the simulation. A task that goes on after its interruption is ended at its next wait. */
    @Override
    public void close() {
        root.close();
    }
}
