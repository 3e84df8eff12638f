package io.podium.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Promise;
import io.podium.api.dispatch.Signal;
import io.podium.api.dispatch.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lanes, triggers, signals and promises on real threads. */
@Timeout(120)
class SystemHandOffTest {
    private final Dispatcher dispatcher = SystemDispatcher.start("handoff");

    @AfterEach
    void close() {
        dispatcher.close();
    }

    @Test
    void aLaneKeepsTheOrderAndRunsOneTaskAtATime() throws Exception {
        var lane = dispatcher.lane("lane", 10_000);
        var seen = new ArrayList<Integer>(); // unguarded: the lane orders access
        for (int i = 0; i < 5_000; i++) {
            int number = i;
            lane.offer(() -> seen.add(number));
        }
        var end = dispatcher.<Integer>promise("end");
        lane.offer(() -> end.complete(seen.size()));

        assertThat(end.await(Duration.ofSeconds(60))).isEqualTo(5_000);
        assertThat(seen).isSorted();
    }

    @Test
    void aFullLaneRefuses() throws Exception {
        var lane = dispatcher.lane("lane", 1);
        var started = new CountDownLatch(1);
        var release = dispatcher.<Boolean>promise("release");
        lane.offer(() -> {
            started.countDown();
            awaitQuietly(release);
        });
        started.await();

        boolean first = lane.offer(() -> {});
        boolean second = lane.offer(() -> {});

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(lane.waiting()).isEqualTo(1);
        release.complete(true);
    }

    private static void awaitQuietly(Promise<Boolean> promise) {
        try {
            promise.await();
        } catch (InterruptedException | ExecutionException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aTriggerRunsAfterEachFireAndNeverTwiceAtOnce() throws Exception {
        var fired = new AtomicInteger();
        var seen = new AtomicInteger();
        var inside = new AtomicInteger();
        var overlaps = new AtomicInteger();
        var caughtUp = dispatcher.signal("caught up");
        var trigger = dispatcher.trigger("drain", () -> {
            if (inside.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            seen.set(fired.get());
            inside.decrementAndGet();
            caughtUp.pulse();
        });

        for (int i = 1; i <= 20_000; i++) {
            fired.incrementAndGet();
            trigger.fire();
        }

        assertThat(caughtUp.await(() -> seen.get() == 20_000, Duration.ofSeconds(60)))
                .isTrue();
        assertThat(overlaps).hasValue(0);
    }

    @Test
    void firesDuringARunAreServedByTheSameThread() throws Exception {
        var threads = new ArrayList<Thread>();
        var self = new AtomicReference<Trigger>();
        var end = dispatcher.<Integer>promise("three runs");
        self.set(dispatcher.trigger("again", () -> {
            threads.add(Thread.currentThread());
            if (threads.size() < 3) {
                self.get().fire();
            } else {
                end.complete(threads.size());
            }
        }));

        self.get().fire();

        assertThat(end.await(Duration.ofSeconds(60))).isEqualTo(3);
        assertThat(threads).containsOnly(threads.getFirst());
    }

    @Test
    void aCancelledTriggerRunsNoMore() throws Exception {
        var runs = new AtomicInteger();
        var began = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var trigger = dispatcher.trigger("work", () -> {
            runs.incrementAndGet();
            began.countDown();
            try {
                dispatcher.sleep(Duration.ofHours(1));
            } catch (InterruptedException e) {
                ended.countDown();
            }
        });
        trigger.fire();
        began.await();
        trigger.fire();

        trigger.cancel();
        trigger.fire();

        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        dispatcher.close();
        assertThat(runs).hasValue(1);
    }

    @Test
    void aSignalLosesNoPulse() throws Exception {
        var turn = new AtomicInteger();
        var changed = dispatcher.signal("turn");
        var odd = dispatcher.execute("odd", () -> play(turn, changed, 1));
        var even = dispatcher.execute("even", () -> play(turn, changed, 0));

        assertThat(odd.join(Duration.ofSeconds(60))).isTrue();
        assertThat(even.join(Duration.ofSeconds(60))).isTrue();
        assertThat(turn.get()).isEqualTo(20_000);
    }

    private static void play(AtomicInteger turn, Signal changed, int parity) {
        try {
            for (int i = 0; i < 10_000; i++) {
                changed.await(() -> turn.get() % 2 == parity);
                turn.incrementAndGet();
                changed.pulse();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aPromiseThatNobodyKeepsTimesOut() {
        var promise = dispatcher.promise("never");

        assertThatThrownBy(() -> promise.await(Duration.ofMillis(5))).isInstanceOf(TimeoutException.class);
    }

    @Test
    void theFirstOutcomeOfAPromiseStays() throws Exception {
        var promise = dispatcher.<String>promise("value");

        assertThat(promise.fail(new IllegalStateException("broken"))).isTrue();
        assertThat(promise.complete("late")).isFalse();

        assertThatThrownBy(promise::await)
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseMessage("broken");
    }
}
