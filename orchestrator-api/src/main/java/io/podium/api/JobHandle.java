package io.podium.api;

import io.podium.api.batch.Job;
import io.podium.api.client.ListOptions;
import io.podium.api.core.Pod;
import java.time.Duration;
import java.util.List;

/** A job of a cluster, whether it is there or not. */
public final class JobHandle {
    private final Cluster cluster;
    private final ObjectHandle<Job> object;

    JobHandle(Cluster cluster, ObjectHandle<Job> object) {
        this.cluster = cluster;
        this.object = object;
    }

    /**
     * Reads the job.
     *
     * @return its state as last committed
     * @throws io.podium.api.client.NotFoundException if it is not there
     */
    public Job get() {
        return object.get();
    }

    /**
     * Waits until something holds.
     *
     * @param condition what to wait for, such as {@link Conditions#complete}
     * @param atMost how long to wait; zero only looks
     * @throws IllegalArgumentException if {@code atMost} is negative
     * @throws AwaitException if it does not hold in time; the message says how things stand
     */
    public void await(Condition<? super Job> condition, Duration atMost) {
        object.await(condition, atMost);
    }

    /**
     * The pods that the job controls, those that have ended included.
     *
     * @return them, by name
     * @throws io.podium.api.client.NotFoundException if the job is not there
     */
    public List<Pod> pods() {
        var uid = get().uid();
        return cluster.client().list(Pod.KIND, object.key().namespace(), ListOptions.ALL).items().stream()
                .filter(pod -> pod.metadata().ownerReferences().stream()
                        .anyMatch(owner -> owner.uid().equals(uid)))
                .toList();
    }

    /** Deletes the job, and in the background its pods. Does nothing if it is not there. */
    public void delete() {
        object.delete();
    }
}
