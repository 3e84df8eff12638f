package io.podium.controller.nodelifecycle;

import io.podium.api.client.Change;
import io.podium.api.client.Client;
import io.podium.api.client.DeleteOptions;
import io.podium.api.client.Lister;
import io.podium.api.client.NotFoundException;
import io.podium.api.client.WriteOptions;
import io.podium.api.controller.ControllerContext;
import io.podium.api.controller.ControllerSpec;
import io.podium.api.controller.EventRecorder;
import io.podium.api.controller.Keys;
import io.podium.api.controller.Reconciler;
import io.podium.api.controller.Result;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.PodConditionBuilder;
import io.podium.api.core.Taint;
import io.podium.api.core.Tolerations;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ObjectKey;
import io.podium.controller.kit.Pods;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Deletes pods from nodes with taints of effect NoExecute: at once if they do not tolerate them, or when their patience has run out. */
public final class TaintEviction implements Reconciler {
    private static final String EVENT = "TaintManagerEviction";

    /** A century, in seconds. */
    private static final long FOR_EVER = Duration.ofDays(36_525).toSeconds();

    private final Client client;
    private final Lister<Pod> pods;
    private final Lister<Node> nodes;
    private final EventRecorder events;
    private final Dispatcher dispatcher;

    /** Since when the pods that will have to go have been seen on a node with taints; looked up by key only. */
    private final Map<ObjectKey, Noticed> noticed = new ConcurrentHashMap<>();

    private record Noticed(String uid, Instant at) {}

    private TaintEviction(ControllerContext context) {
        this.client = context.client();
        this.pods = context.lister(Pod.KIND);
        this.nodes = context.lister(Node.KIND);
        this.events = context.events();
        this.dispatcher = context.dispatcher();
    }

    /**
     * What the controller is made of.
     *
     * @return its description
     */
    public static ControllerSpec spec() {
        return ControllerSpec.named("taint-eviction-controller")
                .workers(2)
                .watches(
                        Pod.KIND,
                        change -> isNew(change.before(), change.after())
                                ? Keys.<Pod>self().apply(change)
                                : List.of())
                .watches(Node.KIND, TaintEviction::podsOf)
                .reconciles(TaintEviction::new);
    }

    /** The pods of a node whose taints have changed: those that may have to go, and those that need not go any more. */
    private static List<ObjectKey> podsOf(ControllerContext context, Change<Node> change) {
        var before = change.before() == null ? List.<Taint>of() : evicting(change.before());
        var after = change.after() == null ? List.<Taint>of() : evicting(change.after());
        return before.equals(after)
                ? List.of()
                : context.lister(Pod.KIND).onNode(change.newest().name()).stream()
                        .map(Pod::key)
                        .toList();
    }

    private static boolean isNew(@Nullable Pod before, @Nullable Pod after) {
        return after != null
                && !after.spec().nodeName().isEmpty()
                && (before == null
                        || !before.spec().nodeName().equals(after.spec().nodeName())
                        || !before.spec().tolerations().equals(after.spec().tolerations()));
    }

    @Override
    public Result reconcile(ObjectKey key) {
        var found = pods.find(key).filter(pod -> !pod.isTerminating());
        if (found.isEmpty()) {
            noticed.remove(key);
            return Result.done();
        }
        var pod = found.get();
        var taints = nodes.find(ObjectKey.of("", pod.spec().nodeName()))
                .map(TaintEviction::evicting)
                .orElse(List.of());
        var since = noticed(pod);
        var due = due(pod, taints, since.at());
        if (due.isEmpty()) {
            stay(pod);
            return Result.done();
        }
        noticed.put(key, since);
        var left = Duration.between(dispatcher.now(), due.get());
        if (left.isPositive()) {
            return Result.requeueAfter(left);
        }
        evict(pod);
        return Result.done();
    }

    private Noticed noticed(Pod pod) {
        var before = noticed.get(pod.key());
        return before != null && before.uid().equals(pod.uid()) ? before : new Noticed(pod.uid(), dispatcher.now());
    }

    /** A pod need not go, or not any more. */
    private void stay(Pod pod) {
        if (noticed.remove(pod.key()) != null) {
            events.normal(pod, EVENT, "Cancelling deletion of Pod " + pod.namespace() + "/" + pod.name());
        }
    }

    private static List<Taint> evicting(Node node) {
        return node.spec().taints().stream()
                .filter(taint -> taint.effect().equals(NodeTaints.NO_EXECUTE))
                .toList();
    }

    /** When a pod has to go; empty if it tolerates all taints for ever. Of several tolerations of a taint the first counts. */
    private static Optional<Instant> due(Pod pod, List<Taint> taints, Instant noticed) {
        Instant soonest = null;
        for (var taint : taints) {
            var tolerating = pod.spec().tolerations().stream()
                    .filter(toleration -> Tolerations.tolerates(toleration, taint))
                    .findFirst();
            if (tolerating.isEmpty()) {
                return Optional.of(Instant.MIN);
            }
            var seconds = tolerating.get().tolerationSeconds();
            if (seconds != null && seconds < FOR_EVER) {
                var end = since(taint, pod, noticed).plusSeconds(Math.max(0, seconds));
                soonest = soonest == null || end.isBefore(soonest) ? end : soonest;
            }
        }
        return Optional.ofNullable(soonest);
    }

    /** Since when a pod has been tolerating a taint: it may have come later, and hardly anybody but the node controller dates taints. */
    private static Instant since(Taint taint, Pod pod, Instant noticed) {
        var added = taint.timeAdded() == null ? noticed : taint.timeAdded();
        var arrived = arrived(pod);
        return arrived.isAfter(added) ? arrived : added;
    }

    private static Instant arrived(Pod pod) {
        var scheduled = Pods.condition(pod, "PodScheduled");
        var at = scheduled == null ? pod.metadata().creationTimestamp() : scheduled.lastTransitionTime();
        return at == null ? Instant.MIN : at;
    }

    private void evict(Pod pod) {
        events.normal(pod, EVENT, "Marking for deletion Pod " + pod.namespace() + "/" + pod.name());
        try {
            var conditions = new ArrayList<>(pod.status().conditions().stream()
                    .filter(condition -> !condition.type().equals("DisruptionTarget"))
                    .toList());
            conditions.add(new PodConditionBuilder()
                    .type("DisruptionTarget")
                    .status("True")
                    .reason("DeletionByTaintManager")
                    .message("Taint manager: deleting due to NoExecute taint")
                    .lastTransitionTime(dispatcher.now().truncatedTo(ChronoUnit.SECONDS))
                    .build());
            client.updateStatus(pod.withStatus(pod.status().withConditions(conditions)), WriteOptions.PLAIN);
            client.delete(Pod.KIND, pod.key(), DeleteOptions.PLAIN.ifUid(pod.uid()));
        } catch (NotFoundException gone) {
            return; // what was wanted
        }
    }
}
