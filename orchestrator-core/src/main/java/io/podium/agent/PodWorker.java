package io.podium.agent;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.podium.api.client.ApiException;
import io.podium.api.client.ConflictException;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.Pod;
import io.podium.api.core.PodStatus;
import io.podium.api.dispatch.Task;
import io.podium.api.dispatch.Trigger;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.dispatch.Nanos;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes of one pod what its object asks for, step by step.
 *
 * <p>{@link #sync} runs whenever something may have changed, never twice at once. It never waits for long: what takes long (a pull, a hook, a
 * stop) runs beside it and {@linkplain #post posts} what came of it, which the next step takes up first. All other fields are used by {@code
 * sync} alone.
 */
final class PodWorker {
    private static final Logger LOG = LoggerFactory.getLogger(PodWorker.class);
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int MOST_CONFLICTS = 5;

    private final Site site;
    private final Agent agent;
    private final ReentrantLock lock;
    private final @Nullable Trigger trigger;

    @GuardedBy("lock")
    private @Nullable ArrayDeque<Runnable> inbox;

    private volatile Pod pod;
    private volatile boolean gone;
    private final PodRun run;
    private @Nullable Task timer;
    private long timerDue;
    private volatile boolean isDone;
    private volatile boolean isStopped;
    private boolean isForgotten;
    /** Whether it waits in the agent's queue; guarded by the agent's lock. */
    boolean queued;

    PodWorker(Agent agent, Site site, ReentrantLock lock, Pod pod) {
        this.agent = agent;
        this.site = site;
        this.lock = lock;
        this.pod = pod;
        this.trigger = site.instant() ? null : site.dispatcher().trigger("pod " + pod.key(), this::sync);
        this.run = new PodRun(this, site);
    }

    Pod pod() {
        return pod;
    }

    Site site() {
        return site;
    }

    PodRun run() {
        return run;
    }

    boolean isGone() {
        return gone;
    }

    /** Whether all its containers have ended for good. */
    boolean isDone() {
        return isDone;
    }

    /** The pod has ended for good before this agent began: there is nothing to do until it is deleted. */
    void rest() {
        isDone = true;
    }

    /** The pod has changed. */
    void changed(Pod newest) {
        if (takeOver(newest)) {
            wake();
        }
    }

    /** Only moves on: the answer to a write of this worker may come after the news of what others have written since. */
    private boolean takeOver(Pod newest) {
        lock.lock();
        try {
            boolean isNewer = revision(newest) > revision(pod);
            if (isNewer) {
                pod = newest;
            }
            return isNewer;
        } finally {
            lock.unlock();
        }
    }

    private static long revision(Pod pod) {
        return Long.parseLong(pod.metadata().resourceVersion());
    }

    /** The pod is no longer stored. */
    void gone() {
        gone = true;
        wake();
    }

    void wake() {
        if (trigger != null) {
            trigger.fire();
        } else {
            agent.enqueue(this);
        }
    }

    /** Hands something over to the next step. */
    void post(Runnable effect) {
        lock.lock();
        try {
            if (inbox == null) {
                inbox = new ArrayDeque<>(2);
            }
            inbox.add(effect);
        } finally {
            lock.unlock();
        }
        wake();
    }

    private @Nullable Runnable next() {
        lock.lock();
        try {
            if (inbox == null) {
                return null;
            }
            var effect = inbox.poll();
            if (inbox.isEmpty()) {
                inbox = null;
            }
            return effect;
        } finally {
            lock.unlock();
        }
    }

    /** Makes sure that there is another step within some time. */
    void wakeWithin(Duration delay) {
        long due = site.dispatcher().nanos() + Nanos.ofDelay(delay);
        if (timer != null && !timer.isDone() && timerDue - due <= 0) {
            return;
        }
        cancelTimer();
        timerDue = due;
        timer = site.dispatcher().schedule("pod " + pod.key() + " again", delay, this::wake);
    }

    void retryLater() {
        wakeWithin(RETRY);
    }

    void retrySoon() {
        wakeWithin(SOON);
    }

    private void cancelTimer() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }

    /** One step. */
    void sync() {
        if (isForgotten) {
            return;
        }
        try {
            for (var effect = next(); effect != null; effect = next()) {
                effect.run();
            }
            step();
        } catch (ApiException | RuntimeFailure e) {
            LOG.debug(
                    "A step of a pod failed, will try again node={} pod={}",
                    site.settings().node(),
                    pod.key(),
                    e);
            retrySoon();
        } catch (RuntimeException e) {
            LOG.warn(
                    "A step of a pod failed, will try again node={} pod={}",
                    site.settings().node(),
                    pod.key(),
                    e);
            site.events().warning(pod, "FailedSync", "Error syncing pod, skipping: " + e);
            retryLater();
        }
    }

    private void step() {
        var drain = agent.drainGrace();
        if (drain != null) {
            stopForGood(drain);
            return;
        }
        if (isDone && !gone && !pod.isTerminating()) {
            return;
        }
        if (gone) {
            if (run.stopAll(run.forcedGrace())) {
                forget();
            }
            return;
        }
        if (!run.isAdmitted() && !run.admit()) {
            isDone = true;
            if (pod.isTerminating()) {
                deleteObject();
            }
            return;
        }
        if (run.observe() && !write(false)) {
            return;
        }
        boolean over = run.isOver() ? run.stopAll(run.grace()) : run.advance();
        if (write(over)) {
            finish(over);
        }
    }

    /** The node goes down: the pod is stopped, its object left as it is. */
    private void stopForGood(Duration drain) {
        if (isStopped) {
            return;
        }
        run.observe();
        var grace = run.grace();
        if (run.stopAll(grace.compareTo(drain) < 0 ? grace : drain)) {
            cancelTimer();
            clean();
            isStopped = true;
            agent.stopped();
        }
    }

    /** The other pods that have a claim on the node's resources. */
    List<PodWorker> others() {
        var others = new ArrayList<PodWorker>();
        for (var other : agent.workers()) {
            if (other != this && other.run.isAdmitted() && !other.isDone) {
                others.add(other);
            }
        }
        return others;
    }

    /** Whether it has stopped everything because the node goes down. */
    boolean isStopped() {
        return isStopped;
    }

    private void finish(boolean over) {
        if (!over) {
            return;
        }
        isDone = true;
        cancelTimer();
        if (pod.isTerminating()) {
            clean();
            deleteObject();
        }
    }

    /** Removes what the node has of the pod. */
    private void clean() {
        run.remove();
        if (!site.instant()) {
            run.removeFiles();
        }
    }

    /** Writes the status if it has changed; false if it must be tried again. */
    private boolean write(boolean over) {
        for (int attempt = 0; attempt < MOST_CONFLICTS; attempt++) {
            var base = pod;
            var status = run.status(base, over);
            if (status.equals(base.status())) {
                return true;
            }
            if (writeOnce(base, status)) {
                return true;
            }
            if (gone) {
                wake();
                return false;
            }
        }
        retrySoon();
        return false;
    }

    /** Rejects the pod, or says anything else of it that stands without its containers. */
    void write(PodStatus status) {
        for (int attempt = 0; attempt < MOST_CONFLICTS && !gone; attempt++) {
            if (writeOnce(pod, status)) {
                return;
            }
        }
        retrySoon();
    }

    private boolean writeOnce(Pod base, PodStatus status) {
        try {
            takeOver(site.client().updateStatus(base.withStatus(status), WriteOptions.PLAIN));
            return true;
        } catch (NotFoundException e) {
            gone = true;
            return false;
        } catch (ConflictException e) {
            var newest = site.client().find(Pod.KIND, base.key());
            if (newest.isEmpty() || !newest.get().uid().equals(base.uid())) {
                gone = true;
            } else {
                takeOver(newest.get());
            }
            return false;
        }
    }

    private void deleteObject() {
        try {
            site.client()
                    .delete(
                            Pod.KIND,
                            pod.key(),
                            DeleteOptions.PLAIN.within(Duration.ZERO).ifUid(pod.uid()));
        } catch (NotFoundException | ConflictException alreadyGone) {
            gone();
        }
    }

    private void forget() {
        isForgotten = true;
        cancelTimer();
        clean();
        agent.forget(this);
    }
}
