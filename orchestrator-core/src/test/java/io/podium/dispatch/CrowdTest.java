package io.podium.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.dispatch.Dispatcher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The members of a crowd take turns; nobody else has to. */
@Timeout(30)
class CrowdTest {
    private static final int MOST = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int MEMBERS = 50 * MOST;

    private final Dispatcher dispatcher = SystemDispatcher.start("test");
    private final Dispatcher crowd = dispatcher.crowd("agents");
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch turnsTaken = new CountDownLatch(MOST);
    private final CountDownLatch ran = new CountDownLatch(MEMBERS);
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @AfterEach
    void close() {
        gate.countDown();
        dispatcher.close();
    }

    private void workAtTheGate() {
        most.accumulateAndGet(busy.incrementAndGet(), Math::max);
        turnsTaken.countDown();
        try {
            gate.await();
            ran.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            busy.decrementAndGet();
        }
    }

    private void fireAll() throws InterruptedException {
        for (int i = 0; i < MEMBERS; i++) {
            crowd.child("agent-" + i).trigger("pump", this::workAtTheGate).fire();
        }
        turnsTaken.await();
    }

    @Test
    void halfAsManyRunAtOnceAsThereAreProcessorsAndAllInTheEnd() throws InterruptedException {
        fireAll();

        gate.countDown();

        ran.await();
        assertThat(most).hasValue(MOST);
    }

    @Test
    void lanesTakeTurnsWithTriggers() throws InterruptedException {
        fireAll();
        var order = new ArrayList<String>();
        var last = new CountDownLatch(1);
        var lane = crowd.child("recorder").lane("events", 8);
        lane.offer(() -> order.add("first"));
        lane.offer(() -> {
            order.add("second");
            last.countDown();
        });

        gate.countDown();

        last.await();
        assertThat(order).containsExactly("first", "second");
        assertThat(ran.getCount()).isLessThanOrEqualTo(MOST);
    }

    @Test
    void nobodyOutsideWaitsForIt() throws InterruptedException {
        fireAll();
        var outside = new CountDownLatch(3);

        dispatcher.trigger("schedule", outside::countDown).fire();
        dispatcher.child("other").lane("events", 1).offer(outside::countDown);
        crowd.child("agent-x").execute("register", outside::countDown);

        outside.await();
        assertThat(ran.getCount()).isEqualTo(MEMBERS);
    }

    @Test
    void closingOneThatWaitsForItsTurnTakesItOutOfTheQueue() throws InterruptedException {
        fireAll();
        var late = crowd.child("late");
        late.trigger("pump", ran::countDown).fire();

        late.close();

        assertThat(late.liveTasks()).isEmpty();
        gate.countDown();
        ran.await();
        assertThat(dispatcher.liveTasks()).noneMatch(task -> task.contains("late"));
    }

    @Test
    void closingTheCrowdEndsThoseThatRunAndThoseThatWait() throws InterruptedException {
        fireAll();

        crowd.close();

        assertThat(crowd.liveTasks()).isEmpty();
        assertThat(busy).hasValue(0);
        assertThat(ran.getCount()).isEqualTo(MEMBERS);
        var after = dispatcher.execute("after", () -> {});
        assertThat(after.join(Duration.ofSeconds(20))).isTrue();
    }
}
