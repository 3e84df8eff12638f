package io.podium.agent;

import io.podium.api.core.LifecycleHandler;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.Credentials;
import io.podium.api.runtime.Image;
import io.podium.api.runtime.RuntimeFailure;
import java.time.Duration;
import java.util.regex.Pattern;

/** Starts containers: waits out the back-off, sees to the image, makes, starts, and runs the hook. */
final class ContainerStart {
    private static final Pattern IMAGE_NAME = Pattern.compile(
            "([A-Za-z0-9.-]+(:[0-9]+)?/)?[a-z0-9]+([._/-]+[a-z0-9]+)*(:[\\w][\\w.-]{0,127})?(@[\\w+.-]+:[0-9a-fA-F]+)?");

    /** How long the status says why a pull failed before it speaks of the back-off. */
    private static final Duration TOLD_FOR = Duration.ofSeconds(1);

    private final PodWorker worker;
    private final Site site;

    ContainerStart(PodWorker worker) {
        this.worker = worker;
        this.site = worker.site();
    }

    /** Takes the next step to start a container. What goes wrong becomes its trouble, and another step follows. */
    void start(ContainerSlot slot) {
        if (slot.starting || isHeldBack(slot) || !hasImage(slot)) {
            return;
        }
        create(slot);
    }

    private void tell(ContainerSlot slot, String type, String reason, String message) {
        site.events().record(worker.pod(), slot.field(), type, reason, message);
    }

    private boolean isHeldBack(ContainerSlot slot) {
        var failure = slot.lastEnd();
        boolean isFirstLook = slot.restartedAtOnce;
        slot.restartedAtOnce = false;
        if (failure == null || failure.equals(slot.forgiven)) {
            return false;
        }
        if (slot.restartBackoff == null) {
            slot.restartBackoff = new RestartBackoff();
        }
        var now = site.dispatcher().now();
        if (!slot.restartBackoff.holds(failure, now)) {
            slot.restartBackoff.next(failure, now);
            slot.forgiven = failure;
            return false;
        }
        var since = isFirstLook && slot.ended != null && slot.ended.finishedAt() != null
                ? slot.ended.finishedAt()
                : failure;
        var left = Duration.between(now, since.plus(slot.restartBackoff.delay()));
        worker.wakeWithin(left.isNegative() ? Duration.ofMillis(1) : left);
        if (slot.trouble == null || !slot.trouble.reason().equals("CrashLoopBackOff")) {
            var pod = worker.pod();
            tell(
                    slot,
                    "Warning",
                    "BackOff",
                    "Back-off restarting failed container " + slot.name() + " in pod " + PodNames.full(pod));
            slot.trouble = new Trouble(
                    "CrashLoopBackOff",
                    "back-off " + RestartBackoff.text(slot.restartBackoff.delay()) + " restarting failed container="
                            + slot.name() + " pod=" + PodNames.full(pod));
        }
        return true;
    }

    private void fail(ContainerSlot slot, String reason, String message) {
        slot.trouble = new Trouble(reason, message);
        tell(slot, "Warning", "Failed", "Error: " + message);
        worker.retryLater();
    }

    private void failImage(ContainerSlot slot, String reason, String message) {
        slot.trouble = new Trouble(reason, message);
        tell(slot, "Warning", "Failed", "Error: " + reason);
        worker.retryLater();
    }

    /** Whether the image is present; if not, something is done about it. */
    private boolean hasImage(ContainerSlot slot) {
        if (slot.pull != null && slot.pull.running) {
            return false;
        }
        if (slot.pull != null && slot.pull.fresh) {
            slot.pull = null;
            return true;
        }
        var name = slot.container().image();
        if (!IMAGE_NAME.matcher(name).matches()) {
            var message = "Failed to apply default image tag \"" + name + "\": couldn't parse image name \"" + name
                    + "\": invalid reference format"
                    + (name.equals(name.toLowerCase(java.util.Locale.ROOT))
                            ? ""
                            : ": repository name (library/" + name + ") must be lowercase");
            tell(slot, "Warning", "InspectFailed", message);
            failImage(slot, "InvalidImageName", message);
            return false;
        }
        return hasImageByPolicy(slot, name);
    }

    private boolean hasImageByPolicy(ContainerSlot slot, String name) {
        var policy = slot.container().imagePullPolicy();
        var image = site.runtime().image(name);
        boolean isOfTheNode = image.isPresent() && image.get().bytes() == 0; // there is nothing to be had elsewhere
        if (image.isPresent() && (isOfTheNode || !policy.equals("Always"))) {
            tell(slot, "Normal", "Pulled", "Container image \"" + name + "\" already present on machine");
            slot.pull = null;
            return true;
        }
        if (policy.equals("Never")) {
            var message = "Container image \"" + name + "\" is not present with pull policy of Never";
            tell(slot, "Warning", "ErrImageNeverPull", message);
            failImage(slot, "ErrImageNeverPull", message);
            return false;
        }
        return hasImageAfterPull(slot, name);
    }

    private boolean hasImageAfterPull(ContainerSlot slot, String name) {
        if (slot.pull == null) {
            slot.pull = new ImagePull();
        }
        var pull = slot.pull;
        var now = site.dispatcher().now();
        if (pull.failedAt != null && now.isBefore(pull.failedAt.plus(TOLD_FOR))) {
            worker.wakeWithin(TOLD_FOR);
            return false;
        }
        if (pull.failedAt != null && pull.backoff.holds(pull.failedAt, now)) {
            if (slot.trouble == null || !slot.trouble.reason().equals("ImagePullBackOff")) {
                var message = "Back-off pulling image \"" + name + "\"";
                tell(slot, "Normal", "BackOff", message);
                tell(slot, "Warning", "Failed", "Error: ImagePullBackOff");
                slot.trouble = new Trouble("ImagePullBackOff", message + ": ErrImagePull: " + pull.failure);
            }
            var until = pull.failedAt.plus(pull.backoff.delay());
            worker.wakeWithin(Duration.between(now, until).plusMillis(1));
            return false;
        }
        tell(slot, "Normal", "Pulling", "Pulling image \"" + name + "\"");
        pull.running = true;
        site.beside("pull " + name, () -> pull(slot, pull, name));
        if (pull.fresh) {
            slot.pull = null;
            return true;
        }
        return false;
    }

    private void pull(ContainerSlot slot, ImagePull pull, String name) {
        long begun = site.dispatcher().nanos();
        try {
            var image = site.runtime().pull(name, Credentials.NONE);
            var took = Duration.ofNanos(site.dispatcher().nanos() - begun);
            finish(() -> pulled(slot, pull, image, took));
        } catch (RuntimeFailure e) {
            finish(() -> notPulled(slot, pull, e));
        }
    }

    /** What came of work beside the worker is taken up by the worker, at once where there is no beside. */
    private void finish(Runnable effect) {
        if (site.instant()) {
            effect.run();
        } else {
            worker.post(effect);
        }
    }

    private void pulled(ContainerSlot slot, ImagePull pull, Image image, Duration took) {
        pull.running = false;
        pull.fresh = true;
        var time = took.toMillis() + "ms";
        tell(
                slot,
                "Normal",
                "Pulled",
                "Successfully pulled image \"" + image.reference() + "\" in " + time + " (" + time
                        + " including waiting). Image size: " + image.bytes() + " bytes.");
    }

    private void notPulled(ContainerSlot slot, ImagePull pull, RuntimeFailure failure) {
        var now = site.dispatcher().now();
        var message = String.valueOf(failure.getMessage());
        pull.running = false;
        pull.failedAt = now;
        pull.failure = message;
        pull.backoff.next(now, now);
        tell(
                slot,
                "Warning",
                "Failed",
                "Failed to pull image \"" + slot.container().image() + "\": " + message);
        tell(slot, "Warning", "Failed", "Error: ErrImagePull");
        slot.trouble = new Trouble("ErrImagePull", message);
        worker.retrySoon();
    }

    private void create(ContainerSlot slot) {
        var run = worker.run();
        var sandbox = run.sandbox();
        if (sandbox == null) {
            worker.retrySoon();
            return;
        }
        int attempt = slot.id == null ? 0 : slot.restarts + 1;
        ContainerStatus created;
        try {
            created = site.runtime().createContainer(sandbox.id(), new ContainerSpecs(worker).of(slot, attempt));
        } catch (ConfigFailure e) {
            fail(slot, "CreateContainerConfigError", String.valueOf(e.getMessage()));
            return;
        } catch (RuntimeFailure e) {
            fail(slot, "CreateContainerError", String.valueOf(e.getMessage()));
            return;
        }
        removeAttempt(slot, attempt);
        slot.begin(created);
        tell(slot, "Normal", "Created", "Created container: " + slot.name());
        launch(slot, created.id());
    }

    /** The attempt before the new one has been looked at; of its log the last but one is kept. */
    private void removeAttempt(ContainerSlot slot, int attempt) {
        if (slot.id != null) {
            site.runtime().removeContainer(slot.id);
        }
        if (attempt > 1 && !site.instant()) {
            new PodFiles(site).removeLog(worker.pod(), slot.name(), attempt - 2);
        }
    }

    private void launch(ContainerSlot slot, String id) {
        try {
            site.runtime().startContainer(id);
        } catch (RuntimeFailure e) {
            fail(slot, "RunContainerError", String.valueOf(e.getMessage()));
            worker.retrySoon();
            return;
        }
        tell(slot, "Normal", "Started", "Started container " + slot.name());
        var lifecycle = slot.container().lifecycle();
        if (lifecycle != null && lifecycle.postStart() != null) {
            var hook = lifecycle.postStart();
            slot.starting = true;
            site.beside("postStart of " + slot.name(), () -> runHook(slot, id, hook));
        } else {
            slot.trouble = null;
        }
    }

    private void runHook(ContainerSlot slot, String id, LifecycleHandler hook) {
        var failure = new Hooks(worker).run(hook, slot, id, Hooks.ENDLESS);
        finish(() -> hookEnded(slot, id, failure));
    }

    private void hookEnded(ContainerSlot slot, String id, String failure) {
        if (!id.equals(slot.id)) {
            return;
        }
        if (failure.isEmpty()) {
            slot.starting = false;
            slot.trouble = null;
        } else { // it counts as not started until it has been stopped
            slot.trouble = new Trouble("PostStartHookError", failure);
            tell(slot, "Warning", "FailedPostStartHook", "PostStartHook failed");
            worker.run().slots().stopAfterFailedHook(slot);
        }
    }
}
