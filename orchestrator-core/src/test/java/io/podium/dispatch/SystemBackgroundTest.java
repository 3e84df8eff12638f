package io.podium.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lanes and triggers of the background, on real threads. */
@Timeout(120)
class SystemBackgroundTest {
    private static final int MANY = 200;

    private final Dispatcher dispatcher = SystemDispatcher.start("background");

    @AfterEach
    void close() {
        dispatcher.close();
    }

    @Test
    void aLaneKeepsTheOrderFromOneBatchToTheNext() throws Exception {
        var lane = dispatcher.backgroundLane("lane", 10_000);
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
    void aFewTriggersRunAtOnceAndAllOfThemInTheEnd() throws Exception {
        var release = dispatcher.<Boolean>promise("release");
        var begun = new AtomicInteger();
        var firstIn = new CountDownLatch(Turnstile.MOST_INSIDE);
        long start = dispatcher.nanos();
        var ended = new CountDownLatch(MANY);
        for (int i = 0; i < MANY; i++) {
            dispatcher
                    .backgroundTrigger("work", () -> {
                        begun.incrementAndGet();
                        firstIn.countDown();
                        awaitQuietly(release);
                        ended.countDown();
                    })
                    .fire();
        }

        assertThat(firstIn.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(begun.get()).isBetween(Turnstile.MOST_INSIDE, mostLetInSince(start));
        release.complete(true);
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatHasNotHadItsTurnYetIsNotSaidToRun() throws Exception {
        var release = dispatcher.<Boolean>promise("release");
        var firstIn = new CountDownLatch(Turnstile.MOST_INSIDE);
        for (int i = 0; i < MANY; i++) {
            dispatcher
                    .backgroundTrigger("work", () -> {
                        firstIn.countDown();
                        awaitQuietly(release);
                    })
                    .fire();
        }
        assertThat(firstIn.await(60, TimeUnit.SECONDS)).isTrue();

        var states = dispatcher.liveTasks();

        assertThat(states)
                .contains("podium-background: work: running", "podium-background: work: waiting for its turn");
        release.complete(true);
    }

    /** Each time that patience passes, as many more: on a machine that stands still, before the test has looked. */
    private int mostLetInSince(long start) {
        return Turnstile.MOST_INSIDE * (1 + (int) ((dispatcher.nanos() - start) / Turnstile.PATIENCE.toNanos()));
    }

    @Test
    void otherWorkPassesByABackgroundThatHangs() throws Exception {
        var release = dispatcher.<Boolean>promise("release");
        for (int i = 0; i < MANY; i++) {
            dispatcher.backgroundTrigger("hang", () -> awaitQuietly(release)).fire();
        }
        var other = dispatcher.<Boolean>promise("other");

        dispatcher.trigger("other", () -> other.complete(true)).fire();

        assertThat(other.await(Duration.ofSeconds(60))).isTrue();
        release.complete(true);
    }

    @Test
    void backgroundWorkThatHangsDoesNotStopOtherWorkOfTheBackground() throws Exception {
        var release = dispatcher.<Boolean>promise("release");
        var hanging = new CountDownLatch(Turnstile.MOST_INSIDE);
        for (int i = 0; i < Turnstile.MOST_INSIDE; i++) {
            dispatcher
                    .backgroundTrigger("hang", () -> {
                        hanging.countDown();
                        awaitQuietly(release);
                    })
                    .fire();
        }
        hanging.await();
        var first = new CountDownLatch(1);
        dispatcher.backgroundTrigger("first", first::countDown).fire();

        assertThat(first.await(60, TimeUnit.SECONDS)).isTrue();
        release.complete(true);
    }

    @Test
    void closingAScopeTakesOutWhatWaitsForItsTurn() throws Exception {
        var release = dispatcher.<Boolean>promise("release");
        var inside = new CountDownLatch(Turnstile.MOST_INSIDE);
        for (int i = 0; i < Turnstile.MOST_INSIDE; i++) {
            dispatcher
                    .backgroundTrigger("hang", () -> {
                        inside.countDown();
                        awaitQuietly(release);
                    })
                    .fire();
        }
        inside.await();
        long start = dispatcher.nanos();
        var scope = dispatcher.child("scope");
        var ran = new AtomicInteger();
        scope.backgroundTrigger("late", ran::incrementAndGet).fire();

        scope.close();
        boolean wasLetIn = mostLetInSince(start) > Turnstile.MOST_INSIDE;

        assertThat(scope.liveTasks()).isEmpty();
        release.complete(true);
        var end = dispatcher.<Boolean>promise("end");
        dispatcher.backgroundTrigger("end", () -> end.complete(true)).fire();
        assertThat(end.await(Duration.ofSeconds(60))).isTrue();
        assertThat(ran.get()).isLessThanOrEqualTo(wasLetIn ? 1 : 0);
    }

    private static void awaitQuietly(Promise<Boolean> promise) {
        try {
            promise.await();
        } catch (InterruptedException | ExecutionException e) {
            Thread.currentThread().interrupt();
        }
    }
}
