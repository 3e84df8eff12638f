package io.podium.scheduler;

import io.podium.api.core.Pod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The pods that wait for a node: those to be tried, greatest priority first and then oldest first, and those that fitted nowhere and
 * wait until something changes, for a second after the first try and up to ten after many. One thread at a time uses it.
 */
final class SchedulingQueue {
    private static final long FIRST_BACKOFF = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_BACKOFF = Duration.ofSeconds(10).toNanos();

    private final TreeSet<Waiting> ready =
            new TreeSet<>(Comparator.comparingInt(Waiting::priority).reversed().thenComparingLong(Waiting::order));
    private final Map<String, Waiting> byUid = new HashMap<>(); // looked up by key only
    private final Map<String, Waiting> unschedulable = new LinkedHashMap<>();
    private long added;

    /**
     * A pod that waits.
     *
     * @param pod the pod
     * @param order how many pods came before it
     * @param attempts how often it was tried in vain
     * @param notBefore when it may be tried again
     */
    record Waiting(Pod pod, long order, int attempts, long notBefore) {
        int priority() {
            return pod.spec().priorityOrDefault();
        }
    }

    /** Takes a pod in, or takes over how it is now. */
    void put(Pod pod) {
        var old = byUid.get(pod.uid());
        if (old == null) {
            enqueue(new Waiting(pod, added++, 0, 0));
        } else if (ready.remove(old)) {
            enqueue(new Waiting(pod, old.order(), old.attempts(), old.notBefore()));
        } else {
            boolean changed = !old.pod().spec().equals(pod.spec())
                    || !old.pod().metadata().labels().equals(pod.metadata().labels());
            var now = new Waiting(pod, old.order(), old.attempts(), old.notBefore());
            byUid.put(pod.uid(), now);
            if (unschedulable.containsKey(pod.uid())) {
                unschedulable.put(pod.uid(), now);
            }
            if (changed) {
                unschedulable.remove(pod.uid());
                enqueue(now);
            }
        }
    }

    void remove(String uid) {
        var waiting = byUid.remove(uid);
        if (waiting != null) {
            ready.remove(waiting);
            unschedulable.remove(uid);
        }
    }

    @Nullable
    Waiting next() {
        var waiting = ready.pollFirst();
        if (waiting != null) {
            byUid.remove(waiting.pod().uid());
        }
        return waiting;
    }

    boolean isEmpty() {
        return ready.isEmpty();
    }

    /** Puts a pod back that fitted nowhere; it waits until something changes. */
    void park(Waiting tried, long now) {
        var waiting = retried(tried, now);
        byUid.put(waiting.pod().uid(), waiting);
        unschedulable.put(waiting.pod().uid(), waiting);
    }

    private static Waiting retried(Waiting tried, long now) {
        long backoff = Math.min(LONGEST_BACKOFF, FIRST_BACKOFF << Math.min(tried.attempts(), 10));
        return new Waiting(tried.pod(), tried.order(), tried.attempts() + 1, now + backoff);
    }

    /** Something has changed: parked pods are to be tried again. Answers how long until the next of those that must wait longer. */
    @Nullable
    Duration wake(long now) {
        long soonest = Long.MAX_VALUE;
        var due = new ArrayList<Waiting>();
        for (var waiting : unschedulable.values()) {
            if (waiting.notBefore() <= now) {
                due.add(waiting);
            } else {
                soonest = Math.min(soonest, waiting.notBefore());
            }
        }
        due.forEach(waiting -> {
            unschedulable.remove(waiting.pod().uid());
            enqueue(waiting);
        });
        return soonest == Long.MAX_VALUE ? null : Duration.ofNanos(soonest - now);
    }

    /** The pods that wait for something to change. */
    List<Pod> parked() {
        return unschedulable.values().stream().map(Waiting::pod).toList();
    }

    private void enqueue(Waiting waiting) {
        byUid.put(waiting.pod().uid(), waiting);
        ready.add(waiting);
    }
}
