package io.podium.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.dispatch.Task;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SystemDispatcherTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Dispatcher dispatcher = SystemDispatcher.start("test", 2);

    private static void nothing() {}

    @AfterEach
    void close() {
        dispatcher.close();
    }

    @Test
    void runsATaskOnAVirtualThreadThatBearsItsName() throws InterruptedException {
        var thread = new CountDownLatch(1);
        var names = new ArrayList<String>();

        dispatcher.child("node-a").execute("sync", () -> {
            names.add(Thread.currentThread().isVirtual() + " "
                    + Thread.currentThread().getName());
            thread.countDown();
        });

        thread.await();
        assertThat(names).containsExactly("true podium-test/node-a: sync");
    }

    @Test
    void aTimerFiresBeforeThoseThatWereSetSoonerAndAreDueLater() throws InterruptedException {
        var longest = dispatcher.schedule("longest", LONG.multipliedBy(2), SystemDispatcherTest::nothing);
        var brief = dispatcher.schedule("brief", Duration.ofMillis(100), SystemDispatcherTest::nothing);
        var middle = dispatcher.schedule("middle", LONG, SystemDispatcherTest::nothing);

        brief.join();

        assertThat(longest.isDone()).isFalse();
        assertThat(middle.isDone()).isFalse();
    }

    @Test
    void aPeriodicTaskGoesOnAfterAnException() throws InterruptedException {
        var runs = new CountDownLatch(3);

        var task = dispatcher.every("beat", Duration.ZERO, Duration.ofMillis(1), () -> {
            runs.countDown();
            throw new IllegalStateException("planted");
        });

        assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
        task.cancel();
        assertThat(task.join(PATIENCE)).isTrue();
    }

    @Test
    void aCancelledTimerNeverRunsAndIsForgotten() {
        var task = dispatcher.schedule("later", LONG, SystemDispatcherTest::nothing);
        assertThat(dispatcher.liveTasks()).hasSize(1).first().asString().startsWith("podium-test: later: due in ");

        task.cancel();

        assertThat(task.isDone()).isTrue();
        assertThat(dispatcher.liveTasks()).isEmpty();
    }

    @Test
    void cancellingARunningTaskInterruptsIt() throws InterruptedException {
        var started = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        var task = dispatcher.execute("sleeper", () -> {
            started.countDown();
            interrupted.set(!sleeps(dispatcher));
        });
        started.await();

        task.cancel();

        assertThat(task.join(PATIENCE)).isTrue();
        assertThat(interrupted).isTrue();
    }

    private static boolean sleeps(Dispatcher dispatcher) {
        try {
            dispatcher.sleep(LONG);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Test
    void callsOutRunOnAtMostSoManyPlatformThreads() throws Exception {
        var busy = new AtomicInteger();
        var most = new AtomicInteger();
        var allTurnsTaken = new CountDownLatch(2);
        var gate = new CountDownLatch(1);
        var callers = new ArrayList<Task>();
        for (int i = 0; i < 8; i++) {
            callers.add(dispatcher.execute(
                    "caller",
                    () -> call(() -> {
                        most.accumulateAndGet(busy.incrementAndGet(), Math::max);
                        assertThat(Thread.currentThread().isVirtual()).isFalse();
                        allTurnsTaken.countDown();
                        gate.await();
                        busy.decrementAndGet();
                        return true;
                    })));
        }

        allTurnsTaken.await();
        gate.countDown();
        for (var caller : callers) {
            caller.join();
        }

        assertThat(most).hasValue(2);
        assertThat(dispatcher.<Integer>blocking("result", () -> 42)).isEqualTo(42);
    }

    private void call(Callable<Boolean> work) {
        try {
            dispatcher.blocking("call", work);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aCallOutThrowsWhatItThrew() {
        assertThatThrownBy(() -> dispatcher.blocking("read", () -> {
                    throw new IOException("gone");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("gone");
    }

    @Test
    void aCallWithinACallNeedsNoSecondTurn() throws Exception {
        var single = SystemDispatcher.start("single", 1);

        int result = single.blocking("outer", () -> single.<Integer>blocking("inner", () -> 1) + 1);

        assertThat(result).isEqualTo(2);
        single.close();
    }

    @Test
    void closingAScopeInterruptsItsCallsAndTasksButNotItsSiblings() throws InterruptedException {
        var a = dispatcher.child("a");
        var b = dispatcher.child("b");
        var calling = new CountDownLatch(1);
        var ended = new AtomicInteger();
        a.execute("caller", () -> {
            try {
                a.blocking("slow call", () -> {
                    calling.countDown();
                    new CountDownLatch(1).await();
                    return true;
                });
            } catch (Exception e) {
                ended.incrementAndGet();
            }
        });
        var survivor = b.execute("sleeper", () -> sleeps(b));
        calling.await();

        a.close();

        assertThat(ended).hasValue(1);
        assertThat(a.liveTasks()).isEmpty();
        assertThat(survivor.isDone()).isFalse();
        assertThat(a.execute("late", SystemDispatcherTest::nothing).isDone()).isTrue();
        assertThatThrownBy(() -> a.blocking("late", () -> 1)).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aTaskMayCloseItsOwnScope() throws InterruptedException {
        var scope = dispatcher.child("suicidal");
        var timer = scope.schedule("timer", LONG, SystemDispatcherTest::nothing);

        var closer = scope.execute("closer", scope::close);

        assertThat(closer.join(PATIENCE)).isTrue();
        assertThat(timer.isDone()).isTrue();
    }

    @Test
    void closingGivesUpOnATaskThatIgnoresItsInterruption() throws InterruptedException {
        var engine = new Engine("podium-hasty", 1, InstantSource.system(), Duration.ofMillis(20));
        var hasty = new SystemScope(engine, "podium-hasty", null);
        var started = new CountDownLatch(1);
        var release = new AtomicBoolean();
        var stubborn = hasty.execute("stubborn", () -> {
            started.countDown();
            while (!release.get()) {
                Thread.onSpinWait();
            }
        });
        started.await();

        hasty.close();

        assertThat(hasty.liveTasks()).containsExactly("podium-hasty: stubborn: running");
        release.set(true);
        assertThat(stubborn.join(PATIENCE)).isTrue();
    }

    @Test
    void noThreadIsLeftAfterClosing(@TempDir Path directory) throws Exception {
        var busy = SystemDispatcher.start("busy", 4);
        var node = busy.child("node");
        var waiting = new CountDownLatch(3);
        node.execute("waiter", () -> {
            waiting.countDown();
            sleeps(node);
        });
        node.pump("pump", () -> {
            waiting.countDown();
            sleeps(node);
        });
        node.execute("caller", () -> {
            try {
                node.blocking("call", () -> {
                    waiting.countDown();
                    new CountDownLatch(1).await();
                    return 1;
                });
            } catch (Exception e) {
                Thread.currentThread().interrupt();
            }
        });
        node.every("beat", Duration.ZERO, Duration.ofMillis(1), SystemDispatcherTest::nothing);
        waiting.await();
        assertThat(threadNames(directory.resolve("before")))
                .contains(
                        "podium-busy/node: waiter",
                        "podium-busy/node: pump",
                        "podium-busy-call-1",
                        "podium-busy-timer");

        busy.close();

        assertThat(threadNames(directory.resolve("after"))).doesNotContain("podium-busy");
        assertThat(busy.liveTasks()).isEmpty();
    }

    @Test
    void noThreadOfACallIsAliveWhenClosingReturns() throws Exception {
        for (int round = 0; round < 200; round++) {
            var brief = SystemDispatcher.start("brief", 2);
            var thread = brief.blocking("call", Thread::currentThread);

            brief.close();

            assertThat(thread.getState()).isEqualTo(Thread.State.TERMINATED);
        }
    }

    /** Virtual threads are listed nowhere else than in a dump. */
    private static String threadNames(Path file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
        return Files.readString(file);
    }

    @Test
    void aHundredThousandCancelledTimersLeaveNothing() {
        var tasks = new ArrayList<Task>();
        for (int i = 0; i < 100_000; i++) {
            tasks.add(dispatcher.schedule("timer", LONG.plusNanos(i * 7919L % 100_000), SystemDispatcherTest::nothing));
        }
        tasks.forEach(Task::cancel);

        assertThat(dispatcher.liveTasks()).isEmpty();
    }

    @Test
    void uuidsAreOfVersion4() {
        var uuid = dispatcher.random().uuid();

        assertThat(uuid.version()).isEqualTo(4);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(dispatcher.random().uuid()).isNotEqualTo(uuid);
    }
}
