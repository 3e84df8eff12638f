package io.podium.store.memory;

import io.podium.api.store.StoreEvent;
import java.time.Duration;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * How much history a {@link MemoryStore} keeps: events beyond any of the bounds are compacted, oldest first. Weight and
 * age are looked at in blocks of {@value History#BLOCK} events, and the newest block always stays.
 *
 * @param events how many events are kept at most, at least 1
 * @param weight how much the kept events may weigh together, at least 1
 * @param age how long an event is kept at most, positive
 * @param weigher what one event weighs, not negative: bytes, where they can be told cheaply; a pure function
 */
public record HistoryBounds(int events, long weight, Duration age, ToLongFunction<StoreEvent> weigher) {

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if one of the bounds is not positive
     */
    public HistoryBounds {
        Objects.requireNonNull(weigher, "weigher");
        if (events < 1 || weight < 1 || age.isZero() || age.isNegative()) {
            throw new IllegalArgumentException("history must keep something: got " + events + " events, weight "
                    + weight + ", age " + age + "; all three must be positive");
        }
    }

    /**
     * Returns the bounds for ordinary clusters: 65,536 events, none older than five minutes, which is how long
     * Kubernetes' API server leaves history to etcd. References have no weight of their own, so weight is not bounded.
     *
     * @return the standard bounds
     */
    public static HistoryBounds standard() {
        return new HistoryBounds(65_536, Long.MAX_VALUE, Duration.ofMinutes(5), event -> 1);
    }

    /**
     * Changes the number of events.
     *
     * @param count how many events are kept at most, at least 1
     * @return these bounds with that number
     */
    public HistoryBounds withEvents(int count) {
        return new HistoryBounds(count, weight, age, weigher);
    }

    /**
     * Changes the age.
     *
     * @param oldest how long an event is kept at most, positive
     * @return these bounds with that age
     */
    public HistoryBounds withAge(Duration oldest) {
        return new HistoryBounds(events, weight, oldest, weigher);
    }

    /**
     * Changes the weight.
     *
     * @param total how much the kept events may weigh together, at least 1
     * @param each what one event weighs, not negative; called inside every commit, so it must be quick
     * @return these bounds with that weight
     */
    public HistoryBounds withWeight(long total, ToLongFunction<StoreEvent> each) {
        return new HistoryBounds(events, total, age, each);
    }
}
