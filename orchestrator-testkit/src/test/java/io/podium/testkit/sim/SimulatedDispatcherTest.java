package io.podium.testkit.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Pause;
import io.podium.api.dispatch.RandomSource;
import io.podium.api.dispatch.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SimulatedDispatcherTest {
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SimulatedDispatcher time = SimulatedDispatcher.seeded(1);
    private final List<String> seen = new ArrayList<>();

    private static void nothing() {}

    @AfterEach
    void close() {
        time.close();
    }

    private void sleep(Duration duration) {
        try {
            time.sleep(duration);
        } catch (InterruptedException e) {
            seen.add("interrupted");
        }
    }

    private void see(String what) {
        seen.add(Duration.between(START, time.now()).toMillis() + " " + what);
    }

    @Test
    void timeMovesOnlyWhileItIsDriven() {
        time.schedule("timer", SECOND, () -> see("timer"));
        time.execute("task", () -> see("task"));
        assertThat(seen).isEmpty();

        time.runFor(Duration.ofMillis(999));
        assertThat(seen).containsExactly("0 task");
        assertThat(time.now()).isEqualTo(START.plusMillis(999));

        time.runFor(Duration.ofMillis(1));
        assertThat(seen).containsExactly("0 task", "1000 timer");
    }

    @Test
    void tasksThatSleepLetOthersGoOn() {
        time.execute("a", () -> {
            see("a");
            sleep(SECOND.multipliedBy(2));
            see("a again");
        });
        time.schedule("b", SECOND, () -> see("b"));

        time.awaitIdle();

        assertThat(seen).containsExactly("0 a", "1000 b", "2000 a again");
    }

    @Test
    void theDrivingThreadWaitsLikeATask() throws InterruptedException {
        time.every("beat", SECOND, SECOND, () -> see("beat"));

        time.sleep(Duration.ofMillis(2500));

        assertThat(seen).containsExactly("1000 beat", "2000 beat");
        assertThat(time.now()).isEqualTo(START.plusMillis(2500));
    }

    @Test
    void periodicAndStandbyTimersDoNotKeepItFromIdling() {
        time.every("beat", SECOND, SECOND, SimulatedDispatcherTest::nothing);
        time.standby("expiry", Duration.ofSeconds(30), () -> see("expired"));
        time.schedule("retry", Duration.ofSeconds(10), () -> see("retried"));

        time.awaitIdle();

        assertThat(seen).containsExactly("10000 retried");
        assertThat(time.now()).isEqualTo(START.plusSeconds(10));
    }

    @Test
    void namesWhatKeepsItBusy() {
        var self = new AtomicReference<Runnable>();
        self.set(() -> time.child("controller").schedule("requeue", SECOND, self.get()));
        self.get().run();

        assertThatThrownBy(() -> time.awaitIdle(Duration.ofMinutes(1)))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("not idle by 2030-01-01T00:01:00Z; seed 1")
                .hasMessageContaining("controller: requeue: due in PT");
    }

    @Test
    void aWaitThatNobodyEndsIsAnErrorThatNamesThoseWhoWait() {
        var reply = time.promise("reply from node-a");
        time.execute("caller", () -> awaitQuietly(() -> reply.await()));

        assertThatThrownBy(() -> time.promise("other").await())
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("waits for something that no task does")
                .hasMessageContaining("sim: caller: awaits reply from node-a");
    }

    private interface Wait {
        void run() throws Exception;
    }

    private void awaitQuietly(Wait wait) {
        try {
            wait.run();
        } catch (InterruptedException e) {
            see("interrupted");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aWaitOfTheDrivingThreadEndsWithThePulse() throws Exception {
        var promise = time.<String>promise("value");
        time.schedule("giver", SECOND, () -> promise.complete("given"));

        assertThat(promise.await(Duration.ofSeconds(5))).isEqualTo("given");
        assertThat(time.now()).isEqualTo(START.plus(SECOND));
    }

    @Test
    void aWaitTimesOutInVirtualTime() throws InterruptedException {
        var signal = time.signal("never");

        assertThat(signal.await(() -> false, Duration.ofMinutes(3))).isFalse();
        assertThat(time.now()).isEqualTo(START.plusSeconds(180));
    }

    @Test
    void runUntilStopsAtTheFirstInstantAtWhichTheConditionHolds() {
        var count = new AtomicInteger();
        time.every("count", SECOND, SECOND, count::incrementAndGet);

        time.runUntil(() -> count.get() == 7, Duration.ofMinutes(1));

        assertThat(time.now()).isEqualTo(START.plusSeconds(7));
        assertThatThrownBy(() -> time.runUntil(() -> count.get() < 0, SECOND))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("condition not met by 2030-01-01T00:00:08Z");
    }

    @Test
    void aConditionMayWaitAndThrow() {
        time.runUntil(
                () -> {
                    sleep(SECOND);
                    return time.now().isAfter(START.plusSeconds(3));
                },
                Duration.ofMinutes(1));

        assertThat(time.now()).isEqualTo(START.plusSeconds(4));
        assertThatThrownBy(() -> time.runUntil(
                        () -> {
                            throw new AssertionError("planted");
                        },
                        SECOND))
                .isInstanceOf(AssertionError.class)
                .hasMessage("planted");
    }

    @Test
    void aLivelockIsAnError() {
        var self = new AtomicReference<Trigger>();
        self.set(time.trigger("spin", () -> self.get().fire()));
        self.get().fire();

        assertThatThrownBy(() -> time.runFor(SECOND))
                .isInstanceOf(SimulationException.class)
                .hasMessageContaining("time stands still at 2030-01-01T00:00:00Z")
                .hasMessageContaining("sim: spin");
    }

    @Test
    void exceptionsEndOneTaskAndAreKept() {
        time.every("beat", SECOND, SECOND, () -> {
            throw new IllegalStateException("planted");
        });

        time.runFor(Duration.ofSeconds(2));

        assertThat(time.failures())
                .containsExactly(
                        "sim: beat: java.lang.IllegalStateException: planted",
                        "sim: beat: java.lang.IllegalStateException: planted");
    }

    @Test
    void cancellingInterruptsAWaitAndDropsTimers() {
        var sleeper = time.execute("sleeper", () -> sleep(Duration.ofHours(1)));
        var timer = time.schedule("timer", SECOND, () -> see("never"));
        time.execute("canceller", () -> {
            sleep(Duration.ofMillis(10));
            sleeper.cancel();
            timer.cancel();
        });

        time.awaitIdle();

        assertThat(seen).containsExactly("interrupted");
        assertThat(sleeper.isDone()).isTrue();
        assertThat(timer.isDone()).isTrue();
        assertThat(time.nanos()).isEqualTo(10_000_000);
    }

    @Test
    void aTaskCancelledBeforeItBeganNeverRuns() {
        var task = time.execute("task", () -> see("ran"));

        task.cancel();
        time.awaitIdle();

        assertThat(seen).isEmpty();
        assertThat(task.isDone()).isTrue();
    }

    @Test
    void closingAScopeEndsItsTasksOnly() {
        var a = time.child("a");
        var b = time.child("b");
        a.execute("waiter", () -> awaitQuietly(() -> a.signal("end").await(0)));
        a.every("beat", SECOND, SECOND, () -> see("a beats"));
        b.schedule("timer", SECOND, () -> see("b"));
        time.runFor(Duration.ofMillis(500));

        a.close();
        time.runFor(SECOND);

        assertThat(seen).containsExactly("500 interrupted", "1000 b");
        assertThat(a.liveTasks()).isEmpty();
        assertThat(a.execute("late", SimulatedDispatcherTest::nothing).isDone()).isTrue();
    }

    @Test
    void aTaskMayCloseItsOwnScope() {
        var scope = time.child("scope");
        scope.schedule("timer", Duration.ofHours(2), SimulatedDispatcherTest::nothing);
        scope.execute("closer", scope::close);

        time.awaitIdle();

        assertThat(time.liveTasks()).isEmpty();
    }

    @Test
    void closingEndsEvenATaskThatIgnoresItsInterruption() {
        var stubborn = SimulatedDispatcher.seeded(3);
        var task = stubborn.execute("stubborn", () -> {
            while (true) {
                try {
                    stubborn.sleep(SECOND);
                } catch (InterruptedException e) {
                    seen.add("ignored");
                }
            }
        });
        stubborn.runFor(SECOND);

        stubborn.close();

        assertThat(seen).containsExactly("ignored");
        assertThat(task.isDone()).isTrue();
        assertThat(stubborn.liveTasks()).isEmpty();
        assertThatThrownBy(() -> stubborn.sleep(SECOND)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void foreignThreadsAreRefused() throws InterruptedException {
        var refusal = new AtomicReference<Throwable>();
        var thread = Thread.ofPlatform().start(() -> {
            try {
                time.execute("foreign", SimulatedDispatcherTest::nothing);
            } catch (IllegalStateException e) {
                refusal.set(e);
            }
        });
        thread.join();

        assertThat(refusal.get()).hasMessageContaining("is not part of the simulation of seed 1");
    }

    @Test
    void lanesAreSerialEvenWhenTheirTasksSleep() {
        var lane = time.lane("lane", 2);
        for (var name : List.of("a", "b")) {
            lane.offer(() -> {
                see(name);
                sleep(SECOND);
            });
        }
        assertThat(lane.offer(SimulatedDispatcherTest::nothing)).isFalse();

        time.awaitIdle();

        assertThat(seen).containsExactly("0 a", "1000 b");
    }

    @Test
    void triggersCoalesceAndNeverOverlap() {
        var trigger = time.trigger("drain", () -> {
            see("run");
            sleep(SECOND);
        });
        trigger.fire();
        trigger.fire();
        time.schedule("during", Duration.ofMillis(500), trigger::fire);
        time.schedule("during too", Duration.ofMillis(600), trigger::fire);

        time.awaitIdle();

        assertThat(seen).containsExactly("0 run", "1000 run");
    }

    @Test
    void aStandstillFiresWhatIsOverdueAtOnceAndIsTold() {
        var pauses = new ArrayList<Pause>();
        time.pauses().onPause("watcher", pauses::add);
        time.every("beat", SECOND, SECOND, () -> see("beat"));
        time.runFor(SECOND);
        long awake = time.pauses().awakeNanos();

        time.standStill(Duration.ofMinutes(5));
        time.runFor(Duration.ofMillis(1));

        assertThat(seen).containsExactly("1000 beat", "301000 beat");
        assertThat(pauses).containsExactly(new Pause(START.plusSeconds(301), Duration.ofMinutes(5)));
        assertThat(time.pauses().awakeNanos() - awake).isEqualTo(1_000_000);
        assertThat(time.pauses().longestWithin(SECOND)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void theWallClockMayStepBack() {
        time.stepWallClock(Duration.ofHours(-1));
        time.runFor(SECOND);

        assertThat(time.now()).isEqualTo(START.minusSeconds(3599));
        assertThat(time.nanos()).isEqualTo(1_000_000_000);
    }

    @Test
    void callsAreSlowWhenTheSeedSaysSo() {
        time.slowCalls(new FaultPlan(time).slow("runtime", 1, SECOND, SECOND));
        time.execute(
                "agent",
                () -> awaitQuietly(() -> {
                    see(time.<String>blocking("runtime.start", () -> "started"));
                    see(time.<String>blocking("image.pull", () -> "pulled"));
                }));

        time.awaitIdle();

        assertThat(seen).containsExactly("1000 started", "1000 pulled");
    }

    @Test
    void eachScopeAndNameDrawsFromItsOwnStream() {
        var withExtraDraw = SimulatedDispatcher.seeded(1);
        long ignored = withExtraDraw.child("other").random().nextLong()
                + withExtraDraw.random("x").nextLong();

        assertThat(draws(withExtraDraw.child("node").random("backoff")))
                .isEqualTo(draws(time.child("node").random("backoff")));
        assertThat(draws(time.child("node").random()))
                .isNotEqualTo(draws(time.child("node").random("backoff")));
        assertThat(time.child("node").random().uuid())
                .isNotEqualTo(time.child("node").random().uuid());
        withExtraDraw.close();
    }

    private static List<Long> draws(RandomSource random) {
        return List.of(random.nextLong(), random.nextLong(), random.nextLong());
    }

    @Test
    void timersOfTheSameTimeFireInAnOrderThatTheSeedPicks() {
        var orders = new TreeSet<String>();
        for (long seed = 0; seed < 60; seed++) {
            try (var each = SimulatedDispatcher.seeded(seed)) {
                var order = new StringBuilder();
                List.of("a", "b", "c").forEach(name -> each.schedule(name, SECOND, () -> order.append(name)));
                each.awaitIdle();
                orders.add(order.toString());
            }
        }

        assertThat(orders).containsExactly("abc", "acb", "bac", "bca", "cab", "cba");
    }

    @Test
    void aPlanHealsAndFollowsTheMostSpecificName() {
        var plan = new FaultPlan(time).fail("client", 1).fail("client.get", 0);

        assertThat(plan.strikes("client.update.pods")).isTrue();
        assertThat(plan.strikes("client.get.pods")).isFalse();
        assertThat(plan.strikes("store")).isFalse();
        plan.heal();
        assertThat(plan.strikes("client.update.pods")).isFalse();
    }

    @Test
    void theSameCodeRunsInChildScopes() {
        Dispatcher node = time.child("node-a").child("pods");

        assertThat(node.name()).isEqualTo("sim/node-a/pods");
    }
}
