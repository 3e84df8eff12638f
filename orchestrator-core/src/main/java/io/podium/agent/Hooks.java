package io.podium.agent;

import io.podium.api.core.LifecycleHandler;
import io.podium.api.runtime.RuntimeFailure;
import java.time.Duration;
import java.util.List;

/** Runs lifecycle hooks. */
final class Hooks {
    /** For a hook whose container waits for it. */
    static final Duration ENDLESS = Duration.ofDays(1);

    private final PodWorker worker;
    private final Site site;

    Hooks(PodWorker worker) {
        this.worker = worker;
        this.site = worker.site();
    }

    /** Runs a hook and says what went wrong, empty if nothing did. */
    String run(LifecycleHandler hook, ContainerSlot slot, String containerId, Duration timeout) {
        if (hook.exec() != null) {
            return exec(hook.exec().command(), slot, containerId, timeout);
        }
        if (hook.httpGet() != null) {
            var result = new NetworkProbe(site, worker.run(), slot.container()).http(hook.httpGet(), timeout);
            return result.success() ? "" : prefix("Http", slot) + " failed - error: " + result.output();
        }
        if (hook.sleep() != null) {
            return sleep(Duration.ofSeconds(hook.sleep().seconds()), timeout);
        }
        return "";
    }

    private String prefix(String what, ContainerSlot slot) {
        return what + " lifecycle hook for Container \"" + slot.name() + "\" in Pod \"" + PodNames.full(worker.pod())
                + "\"";
    }

    private String exec(List<String> command, ContainerSlot slot, String containerId, Duration timeout) {
        var words = String.join(" ", command);
        var subject = "Exec lifecycle hook ([" + words + "]) for Container \"" + slot.name() + "\" in Pod \""
                + PodNames.full(worker.pod()) + "\" failed - error: ";
        try {
            var result = site.runtime().exec(containerId, command, timeout);
            return result.exitCode() == 0
                    ? ""
                    : subject + "command '" + words + "' exited with " + result.exitCode() + ": " + result.stderr()
                            + ", message: \"" + escaped(result.stdout() + result.stderr()) + "\"";
        } catch (RuntimeFailure e) {
            return subject + e.getMessage() + ", message: \"\"";
        }
    }

    private static String escaped(String text) {
        return GoText.escape(text);
    }

    private String sleep(Duration duration, Duration timeout) {
        try {
            site.dispatcher().sleep(duration.compareTo(timeout) < 0 ? duration : timeout);
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
