package io.podium.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BlockingCallTest {
    private final SystemScope scope = (SystemScope) SystemDispatcher.start("call");
    private final CountDownLatch interrupting = new CountDownLatch(1);
    private final CountDownLatch slowly = new CountDownLatch(1);

    @AfterEach
    void close() {
        scope.close();
    }

    /** A thread of a pool whose interruption takes its time. */
    private final class SlowThread extends Thread {
        private final BlockingCall<?> first;
        private final CountDownLatch second;
        private boolean disturbed;

        SlowThread(BlockingCall<?> first, CountDownLatch second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public void run() {
            first.run();
            Thread.interrupted(); // as pools do between two calls
            try {
                second.await();
            } catch (InterruptedException e) {
                disturbed = true;
            }
        }

        @Override
        public void interrupt() {
            interrupting.countDown();
            try {
                slowly.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            super.interrupt();
        }
    }

    @Test
    void anInterruptionThatComesLateMeetsNoOtherCallOnTheThread() throws Exception {
        var asked = new CountDownLatch(1);
        var returned = new CountDownLatch(1);
        var second = new CountDownLatch(1);
        var call = new BlockingCall<>(scope, "first", () -> {
            asked.await();
            returned.countDown();
            return 1;
        });
        var thread = new SlowThread(call, second);
        thread.start();
        while (!call.state().equals("calling")) {
            Thread.onSpinWait();
        }
        var canceller = Thread.startVirtualThread(call::cancel);
        interrupting.await();

        asked.countDown();
        returned.await();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        slowly.countDown();
        canceller.join();
        second.countDown();
        thread.join();

        assertThat(thread.disturbed).isFalse();
    }
}
