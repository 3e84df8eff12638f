package io.podium.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.podium.api.core.Pod;
import io.podium.api.core.PodBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order in which pods are tried, and when those that fitted nowhere are tried again. */
class SchedulingQueueTest {
    private final SchedulingQueue queue = new SchedulingQueue();

    @Test
    void triesGreaterPriorityFirstAndThenTheOlder() {
        queue.put(pod("low-1", 0));
        queue.put(pod("high", 10));
        queue.put(pod("low-2", 0));

        assertThat(names()).containsExactly("high", "low-1", "low-2");
    }

    @Test
    void holdsAPodOnceAndAsItIsNow() {
        queue.put(pod("pod", 0));
        queue.put(pod("other", 0));
        queue.put(pod("pod", 5));

        assertThat(names()).containsExactly("pod", "other");
    }

    @Test
    void leavesAParkedPodUntilItHasWaitedLongEnough() {
        queue.put(pod("pod", 0));
        var waiting = queue.next();
        assertThat(waiting).isNotNull();
        queue.park(waiting, 0);

        assertThat(queue.wake(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(names()).isEmpty();
        assertThat(queue.wake(Duration.ofSeconds(1).toNanos())).isNull();
        assertThat(names()).containsExactly("pod");
    }

    @Test
    void triesAParkedPodAtOnceWhenItHasChangedItself() {
        queue.put(pod("pod", 0));
        var waiting = queue.next();
        assertThat(waiting).isNotNull();
        queue.park(waiting, 0);

        queue.put(pod("pod", 7));

        assertThat(names()).containsExactly("pod");
        assertThat(queue.parked()).isEmpty();
    }

    @Test
    void forgetsAPodThatIsGone() {
        var pod = pod("pod", 0);
        queue.put(pod);

        queue.remove(pod.uid());

        assertThat(queue.isEmpty()).isTrue();
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        for (var waiting = queue.next(); waiting != null; waiting = queue.next()) {
            names.add(waiting.pod().name());
        }
        return names;
    }

    private static Pod pod(String name, int priority) {
        return new PodBuilder()
                .metadata(metadata -> metadata.name(name).uid("uid-of-" + name))
                .spec(spec -> spec.priority(priority))
                .build();
    }
}
