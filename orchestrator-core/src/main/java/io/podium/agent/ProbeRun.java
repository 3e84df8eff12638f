package io.podium.agent;

import io.podium.api.core.Probe;
import io.podium.api.runtime.ProbeAnswer;
import io.podium.api.runtime.RuntimeFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * One probe of one attempt of a container, tried again and again. Thresholds are counted here; failures while the whole process stood still
 * are not, because nobody could have answered.
 */
final class ProbeRun {
    private final PodWorker worker;
    private final ContainerSlot slot;
    private final String containerId;
    private final Probe probe;
    private final String name;
    private final BooleanSupplier isOver;
    private final AtomicBoolean busy = new AtomicBoolean();
    private int streak;
    private boolean streakPasses;
    private boolean told;
    private volatile boolean passed;

    ProbeRun(
            PodWorker worker,
            ContainerSlot slot,
            String containerId,
            Probe probe,
            String name,
            BooleanSupplier isOver) {
        this.worker = worker;
        this.slot = slot;
        this.containerId = containerId;
        this.probe = probe;
        this.name = name;
        this.isOver = isOver;
        this.passed = isAlwaysPassed();
    }

    Probe probe() {
        return probe;
    }

    String name() {
        return name;
    }

    boolean passed() {
        return passed;
    }

    boolean hasNoAnswer() {
        return streak == 0;
    }

    Duration period() {
        return Duration.ofSeconds(Math.max(1, probe.periodSeconds()));
    }

    private Duration timeout() {
        return Duration.ofSeconds(Math.max(1, probe.timeoutSeconds()));
    }

    boolean isByNetwork() {
        return probe.httpGet() != null || probe.tcpSocket() != null;
    }

    /** Whether the runtime answers, and always says yes: then nothing is asked at all. */
    boolean isAlwaysPassed() {
        var answer = worker.site().runtime().answer(containerId, name);
        return answer.isPresent() && answer.get().equals(ProbeAnswer.ALWAYS);
    }

    /** Tries once, unless a try is under way; returns whether it passed. */
    boolean attempt(boolean counts) {
        if (!busy.compareAndSet(false, true)) {
            return false;
        }
        try {
            return attemptAlone(counts);
        } finally {
            busy.set(false);
        }
    }

    private boolean attemptAlone(boolean counts) {
        var dispatcher = worker.site().dispatcher();
        long begun = dispatcher.nanos();
        ProbeAnswer answer;
        try {
            answer = ask();
        } catch (UnusableProbe e) {
            return tellUnusable(e, counts);
        }
        if (isOver.getAsBoolean()) {
            return false; // the container was stopped while it was asked
        }
        var window = Duration.ofNanos(dispatcher.nanos() - begun).plus(period());
        if (!answer.success()
                && (!counts || !dispatcher.pauses().longestWithin(window).isZero())) {
            return false;
        }
        if (!answer.success()) {
            tell(" probe failed: " + answer.output());
        }
        count(answer.success());
        return answer.success();
    }

    /** What cannot be asked is told, and counts neither for nor against the container. */
    private boolean tellUnusable(UnusableProbe why, boolean counts) {
        if (counts && !isOver.getAsBoolean()) {
            tell(" probe errored and resulted in unknown state: " + why.getMessage());
        }
        return false;
    }

    private void tell(String what) {
        worker.site().events().record(worker.pod(), slot.field(), "Warning", "Unhealthy", name + what);
    }

    private void count(boolean success) {
        streak = streakPasses == success ? streak + 1 : 1;
        streakPasses = success;
        int threshold = Math.max(1, success ? probe.successThreshold() : probe.failureThreshold());
        if (streak < threshold) {
            return;
        }
        boolean wasPassed = passed;
        passed = success;
        if (name.equals("Liveness") || name.equals("Startup")) {
            if (!success && !told) {
                told = true;
                worker.post(this::tellUnhealthy);
                return;
            }
        }
        if (wasPassed != success) {
            worker.wake();
        }
    }

    private void tellUnhealthy() {
        if (containerId.equals(slot.id)) {
            worker.run()
                    .slots()
                    .unhealthy(slot, name.toLowerCase(java.util.Locale.ROOT), probe.terminationGracePeriodSeconds());
        }
    }

    private ProbeAnswer ask() throws UnusableProbe {
        Optional<ProbeAnswer> answered = worker.site().runtime().answer(containerId, name);
        if (answered.isPresent()) {
            return answered.get();
        }
        if (probe.exec() != null) {
            return exec(probe.exec().command());
        }
        var network = new NetworkProbe(worker.site(), worker.run(), slot.container());
        if (probe.httpGet() != null) {
            return network.http(probe.httpGet(), timeout());
        }
        if (probe.tcpSocket() != null) {
            return network.tcp(probe.tcpSocket(), timeout());
        }
        if (probe.grpc() != null) {
            return network.connect("", probe.grpc().port(), timeout());
        }
        return ProbeAnswer.PASSED;
    }

    private ProbeAnswer exec(List<String> command) throws UnusableProbe {
        try {
            var result = worker.site().runtime().exec(containerId, command, timeout());
            return result.exitCode() == 0 ? ProbeAnswer.PASSED : ProbeAnswer.failed(result.stdout() + result.stderr());
        } catch (RuntimeFailure e) {
            if (e.code() != RuntimeFailure.Code.TIMEOUT) {
                throw new UnusableProbe(String.valueOf(e.getMessage()));
            }
            return ProbeAnswer.failed("command timed out: \"" + String.join(" ", command) + "\" timed out after "
                    + RestartBackoff.text(timeout()));
        }
    }
}
