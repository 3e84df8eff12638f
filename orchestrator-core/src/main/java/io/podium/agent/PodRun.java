package io.podium.agent;

import io.podium.api.core.Pod;
import io.podium.api.core.PodStatus;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.api.runtime.SandboxSpec;
import io.podium.api.runtime.SandboxStatus;
import io.podium.api.runtime.SandboxStatus.Reach;
import io.podium.dispatch.Nanos;
import io.podium.runtime.host.ContainerRoot;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs of one pod: its sandbox, volumes and containers. Used by the pod's worker only. */
final class PodRun {
    private static final Logger LOG = LoggerFactory.getLogger(PodRun.class);
    /** Less than this no container gets to end, whatever its pod says. */
    private static final Duration LEAST_GRACE = Duration.ofSeconds(2);

    private final PodWorker worker;
    private final Site site;
    private final ContainerSlots slots;
    private @Nullable SandboxStatus sandbox;
    private @Nullable Instant startTime;
    private @Nullable PodVolumes volumes;
    private String ip = "";
    private boolean admitted;
    /** When the containers must have been stopped, in {@code Dispatcher.nanos}; meaningful once {@link #ending}. */
    private long endDue;

    private boolean ending;
    /** The pod has ended for a reason of its own, not of its containers. */
    private @Nullable Trouble verdict;

    PodRun(PodWorker worker, Site site) {
        this.worker = worker;
        this.site = site;
        this.slots = new ContainerSlots(worker);
        var status = worker.pod().status();
        startTime = status.startTime();
        ip = status.podIP();
        admitted = startTime != null;
    }

    ContainerSlots slots() {
        return slots;
    }

    @Nullable
    SandboxStatus sandbox() {
        return sandbox;
    }

    @Nullable
    PodVolumes volumes() {
        return volumes;
    }

    String ip() {
        return ip;
    }

    boolean isSandboxReady() {
        return sandbox != null && sandbox.ready();
    }

    @Nullable
    Instant startTime() {
        return startTime;
    }

    @Nullable
    Trouble verdict() {
        return verdict;
    }

    boolean isAdmitted() {
        return admitted;
    }

    /** Takes over from the status what an earlier agent knew. */
    void recall() {
        if (admitted) {
            slots.recall(worker.pod().status());
        }
    }

    /** Takes over what an earlier agent left running. */
    void adopt(SandboxStatus found, List<ContainerStatus> containers) {
        sandbox = found;
        ip = ipOf(found);
        slots.adopt(containers);
    }

    /** Whether there is room for the pod; if not, it is rejected for good. */
    boolean admit() {
        var pod = worker.pod();
        if (pod.status().phase().equals("Failed")) {
            return false;
        }
        var refusal = worker.isDone() ? null : NodeAdmission.refusal(pod, site, worker);
        if (refusal == null) {
            admitted = true;
            return true;
        }
        site.events().warning(pod, refusal.reason(), refusal.message());
        worker.write(pod.status().toBuilder()
                .phase("Failed")
                .reason(refusal.reason())
                .message("Pod was rejected: " + refusal.message())
                .observedGeneration(pod.metadata().generation())
                .startTime(site.seconds())
                .build());
        return false;
    }

    /** Looks at what the runtime has; returns whether there is something to tell before the next steps hide it. */
    boolean observe() {
        slots.update(worker.pod());
        boolean news = slots.observe();
        if (volumes != null) {
            volumes.refresh(worker.pod());
        }
        checkDeadline();
        return news && !isOver();
    }

    private void checkDeadline() {
        var limit = worker.pod().spec().activeDeadlineSeconds();
        if (limit == null || startTime == null || verdict != null) {
            return;
        }
        var left = Duration.between(site.dispatcher().now(), startTime.plusSeconds(limit));
        if (left.isPositive()) {
            worker.wakeWithin(left);
        } else if (!slots.isFinished()) {
            verdict = new Trouble("DeadlineExceeded", "Pod was active on the node longer than the specified deadline");
            site.events().normal(worker.pod(), verdict.reason(), verdict.message());
        }
    }

    /** Whether the pod is to be stopped, or has ended. */
    boolean isOver() {
        var phase = worker.pod().status().phase();
        return ending
                || worker.pod().isTerminating()
                || verdict != null
                || phase.equals("Succeeded")
                || phase.equals("Failed")
                || slots.isFinished();
    }

    /** Takes the next steps towards running; true if all is over already. */
    boolean advance() {
        if (startTime == null) {
            startTime = site.seconds();
        }
        if (!prepare()) {
            return false;
        }
        slots.advance();
        return isOver() && stopAll(grace());
    }

    /** Makes volumes and sandbox; false if that must be tried again. */
    private boolean prepare() {
        var pod = worker.pod();
        if (volumes == null && !pod.spec().volumes().isEmpty()) {
            volumes = new PodVolumes(site, worker);
        }
        if (volumes != null && !volumes.mount(pod)) {
            return false;
        }
        if (sandbox != null && sandbox.ready()) {
            return true;
        }
        try {
            var made = site.runtime().createSandbox(sandboxSpec(pod));
            sandbox = made;
            ip = ipOf(made);
            return true;
        } catch (RuntimeFailure e) {
            site.events().warning(pod, "FailedCreatePodSandBox", "Failed to create pod sandbox: " + e.getMessage());
            worker.retryLater();
            return false;
        }
    }

    private SandboxSpec sandboxSpec(Pod pod) {
        var ports = new ArrayList<SandboxSpec.Port>();
        for (var slot : slots.all()) {
            for (var port : slot.container().ports()) {
                ports.add(new SandboxSpec.Port(
                        port.containerPort(), port.hostPort(), port.protocol().isEmpty() ? "TCP" : port.protocol()));
            }
        }
        var hostname = pod.spec().hostname().isEmpty() ? pod.name() : pod.spec().hostname();
        return new SandboxSpec(
                pod.namespace(),
                pod.name(),
                pod.uid(),
                0,
                hostname,
                pod.spec().hostNetwork(),
                ports,
                site.directory(pod),
                RuntimeLabels.ofSandbox(site, pod));
    }

    private static String ipOf(SandboxStatus status) {
        return switch (status.reach()) {
            case Reach.Address(var address) -> address;
            case Reach.PortMap(var address, var ports) -> address;
        };
    }

    /** Where a port of a container is reached from this machine. */
    int reachable(int containerPort) {
        return sandbox != null && sandbox.reach() instanceof Reach.PortMap map
                ? map.hostPorts().getOrDefault(containerPort, containerPort)
                : containerPort;
    }

    /** How long the containers may take to end. */
    Duration grace() {
        var pod = worker.pod();
        var deletion = pod.metadata().deletionGracePeriodSeconds();
        long seconds = pod.isTerminating() && deletion != null
                ? deletion
                : pod.spec().terminationGracePeriodSecondsOrDefault();
        var grace = Duration.ofSeconds(seconds);
        return grace.compareTo(LEAST_GRACE) < 0 ? LEAST_GRACE : grace;
    }

    /** How long they may take if the object is gone already. */
    Duration forcedGrace() {
        return worker.pod().isTerminating() ? grace() : LEAST_GRACE;
    }

    /** Stops containers and sandbox; true when nothing of the pod is at work any more. */
    boolean stopAll(Duration grace) {
        long due = site.dispatcher().nanos() + Nanos.ofDelay(grace);
        if (!ending || due - endDue < 0) {
            endDue = due;
        }
        ending = true;
        slots.observe();
        if (!slots.stop(endDue)) {
            return false;
        }
        if (sandbox != null && sandbox.ready()) {
            site.runtime().stopSandbox(sandbox.id());
            sandbox = new SandboxStatus(sandbox.id(), false, sandbox.createdAt(), sandbox.reach(), sandbox.labels());
        }
        return true;
    }

    PodStatus status(Pod base, boolean over) {
        return PodStatuses.of(base, this, site, over);
    }

    /** Removes what the runtime has of the pod. */
    void remove() {
        slots.all().forEach(ContainerSlot::stopProbes);
        if (sandbox != null) {
            try {
                site.runtime().removeSandbox(sandbox.id());
            } catch (RuntimeFailure e) {
                LOG.warn(
                        "A sandbox could not be removed pod={} cause={}",
                        worker.pod().key(),
                        e.getMessage());
            }
            sandbox = null;
        }
    }

    void removeFiles() {
        var directory = site.directory(worker.pod());
        try {
            site.dispatcher().blocking("remove " + directory, () -> {
                ContainerRoot.deleteTree(directory);
                return directory;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("The files of a pod could not be removed directory={}", directory, e);
        } catch (Exception e) {
            throw new IllegalStateException("files of pod " + worker.pod().key() + " cannot be removed", e);
        }
    }

    /** Variables that the runtime sets, so that others can refer to them. */
    Map<String, String> variables(String container) {
        return sandbox == null ? Map.of() : site.runtime().variables(sandbox.id(), container);
    }

    List<ContainerSlot> all() {
        return slots.all();
    }
}
