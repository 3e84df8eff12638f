package io.podium.agent;

import io.podium.api.core.HTTPGetAction;
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
            return http(hook.httpGet(), slot, timeout);
        }
        if (hook.sleep() != null) {
            return sleep(Duration.ofSeconds(hook.sleep().seconds()), timeout);
        }
        return "";
    }

    /** Any answer will do, whatever its status: only who cannot be asked has failed. */
    private String http(HTTPGetAction action, ContainerSlot slot, Duration timeout) {
        String problem;
        try {
            problem = new NetworkProbe(site, worker.run(), slot.container()).reach(action, timeout);
        } catch (UnusableProbe e) {
            problem = String.valueOf(e.getMessage());
        }
        return problem.isEmpty() ? "" : subject("HTTP", action.path(), slot) + problem;
    }

    private String subject(String kind, String what, ContainerSlot slot) {
        return kind + " lifecycle hook (" + what + ") for Container \"" + slot.name() + "\" in Pod \""
                + PodNames.full(worker.pod()) + "\" failed - error: ";
    }

    private String exec(List<String> command, ContainerSlot slot, String containerId, Duration timeout) {
        var words = String.join(" ", command);
        var subject = subject("Exec", "[" + words + "]", slot);
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
