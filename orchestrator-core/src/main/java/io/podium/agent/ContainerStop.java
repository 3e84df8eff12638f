package io.podium.agent;

import io.podium.api.runtime.RuntimeFailure;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops containers: runs the hook, asks, and lets the runtime kill what goes on. */
final class ContainerStop {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerStop.class);
    /** What a container gets to end when its hook has used up its time. */
    private static final Duration AFTER_HOOK = Duration.ofSeconds(2);

    private final PodWorker worker;
    private final Site site;

    ContainerStop(PodWorker worker) {
        this.worker = worker;
        this.site = worker.site();
    }

    /** Has a container stopped until some time of {@code Dispatcher.nanos}; one that is being stopped only if that is sooner. */
    void stop(ContainerSlot slot, long due) {
        if (slot.stopping && slot.stopDue - due <= 0) {
            return;
        }
        boolean isFirst = !slot.stopping;
        slot.stopping = true;
        slot.stopDue = due;
        var id = slot.id;
        if (id != null) {
            site.beside("stop " + slot.name(), () -> stop(slot, id, due, isFirst));
        }
    }

    private void stop(ContainerSlot slot, String id, long due, boolean isFirst) {
        var failure = "";
        try {
            var left = left(due);
            if (isFirst && runsHook(slot, id, left)) {
                left = left(due).compareTo(AFTER_HOOK) < 0 ? AFTER_HOOK : left(due);
            }
            site.runtime().stopContainer(id, signal(slot), left);
        } catch (RuntimeFailure e) {
            failure = String.valueOf(e.getMessage());
            LOG.debug(
                    "A container could not be stopped pod={} container={}",
                    worker.pod().key(),
                    slot.name(),
                    e);
        }
        if (!site.instant()) {
            var said = failure;
            worker.post(() -> stopped(slot, id, said));
        }
    }

    private void stopped(ContainerSlot slot, String id, String failure) {
        if (!failure.isEmpty() && id.equals(slot.id)) {
            site.events().warning(worker.pod(), "FailedKillPod", "error killing pod: " + failure);
            slot.stopping = false;
            worker.retryLater();
        }
    }

    private Duration left(long due) {
        var left = Duration.ofNanos(due - site.dispatcher().nanos());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static String signal(ContainerSlot slot) {
        var lifecycle = slot.container().lifecycle();
        return lifecycle == null || lifecycle.stopSignal() == null ? "SIGTERM" : lifecycle.stopSignal();
    }

    private boolean runsHook(ContainerSlot slot, String id, Duration grace) {
        var lifecycle = slot.container().lifecycle();
        if (lifecycle == null || lifecycle.preStop() == null || grace.isZero()) {
            return false;
        }
        var failure = new Hooks(worker).run(lifecycle.preStop(), slot, id, grace);
        if (!failure.isEmpty()) {
            site.events().record(worker.pod(), slot.field(), "Warning", "FailedPreStopHook", "PreStopHook failed");
        }
        return true;
    }
}
