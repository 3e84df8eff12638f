package io.podium.agent;

import io.podium.api.core.Pod;
import io.podium.api.runtime.Capability;
import io.podium.api.runtime.ContainerStatus;
import io.podium.api.runtime.RuntimeFailure;
import io.podium.api.runtime.SandboxStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares, every few heartbeats, what the agent believes with what the API server and the runtime have; and takes over, once, what an earlier
 * agent left on the runtime. What belongs to no pod of the node is removed.
 */
final class Relist {
    private static final Logger LOG = LoggerFactory.getLogger(Relist.class);
    private static final int BEATS_IF_INSTANT = 6;

    private final Site site;
    private final Agent agent;
    private volatile boolean adopted;
    private Map<String, SandboxStatus> sandboxes = Map.of();
    private Map<String, List<ContainerStatus>> containers = Map.of();
    private Set<String> suspects = Set.of(); // asked only
    private int beats;
    private volatile boolean due;

    Relist(Site site, Agent agent) {
        this.site = site;
        this.agent = agent;
    }

    static boolean hasEnded(Pod pod) {
        return pod.status().phase().equals("Succeeded") || pod.status().phase().equals("Failed");
    }

    /** Looks at what was left, before the first pod is taken up. */
    void adoptOnce() {
        if (adopted) {
            return;
        }
        look();
        adopted = true;
    }

    private void look() {
        if (!site.can(Capability.ADOPTION)) {
            return;
        }
        sandboxes = new LinkedHashMap<>();
        containers = new LinkedHashMap<>();
        for (var sandbox : site.runtime().sandboxes()) {
            if (isOurs(sandbox.labels())) {
                sandboxes.put(sandbox.labels().getOrDefault(RuntimeLabels.UID, ""), sandbox); // the newest
            }
        }
        for (var container : site.runtime().containers()) {
            var uid = container.labels().get(RuntimeLabels.UID);
            if (uid != null && isOurs(container.labels())) {
                containers.computeIfAbsent(uid, key -> new ArrayList<>()).add(container);
            }
        }
        var known = agent.pods().stream().map(Pod::uid).toList();
        sandboxes.forEach((uid, sandbox) -> {
            if (!known.contains(uid)) {
                removeOrphan(sandbox);
            }
        });
    }

    private boolean isOurs(Map<String, String> labels) {
        return site.settings().cluster().equals(labels.get(RuntimeLabels.CLUSTER))
                && site.settings().node().equals(labels.get(RuntimeLabels.NODE));
    }

    private void removeOrphan(SandboxStatus sandbox) {
        LOG.info("A sandbox whose pod is gone is removed node={} sandbox={}", agent.node(), sandbox.id());
        site.beside("remove orphan " + sandbox.id(), () -> {
            try {
                site.runtime().removeSandbox(sandbox.id());
            } catch (RuntimeFailure e) {
                LOG.warn("A sandbox could not be removed sandbox={} cause={}", sandbox.id(), e.getMessage());
            }
        });
    }

    /** Gives a worker what an earlier agent left of its pod. */
    void adoptInto(PodWorker worker) {
        var uid = worker.pod().uid();
        worker.run().recall();
        if (!sandboxes.isEmpty()) {
            var sandbox = sandboxes.remove(uid);
            if (sandbox != null) {
                worker.run().adopt(sandbox, containers.getOrDefault(uid, List.of()));
            }
        }
    }

    /** Whether a pod was found that no change told of. */
    boolean isDue() {
        boolean wasDue = due;
        due = false;
        return wasDue;
    }

    /** Wakes the workers that missed something. */
    void beat() {
        beats++;
        if (!adopted) {
            agent.pumpSoon();
            return;
        }
        if (site.instant() && beats % BEATS_IF_INSTANT != 0) {
            return;
        }
        for (var pod : agent.pods()) {
            if (agent.worker(pod.uid()).isEmpty()) {
                due = true;
                agent.pumpSoon();
            }
        }
        for (var worker : agent.workers()) {
            if (!worker.isDone()) {
                worker.wake();
            }
        }
        if (!site.instant()) {
            sweep();
        }
    }

    /** Removes sandboxes that have belonged to no pod for two looks: a call may have failed after it was carried out. */
    private void sweep() {
        var strays = new TreeSet<String>();
        for (var sandbox : site.runtime().sandboxes()) {
            var uid = sandbox.labels().get(RuntimeLabels.UID);
            if (uid != null && isOurs(sandbox.labels()) && agent.worker(uid).isEmpty()) {
                strays.add(sandbox.id());
                if (suspects.contains(sandbox.id())) {
                    removeOrphan(sandbox);
                }
            }
        }
        suspects = strays;
    }
}
