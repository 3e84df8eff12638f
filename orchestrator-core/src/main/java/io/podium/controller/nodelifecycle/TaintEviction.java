package io.podium.controller.nodelifecycle;

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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Deletes pods from nodes with taints of effect NoExecute: at once if they do not tolerate them, or when their patience has run out. */
public final class TaintEviction implements Reconciler {
    private final Client client;
    private final Lister<Pod> pods;
    private final Lister<Node> nodes;
    private final EventRecorder events;
    private final Dispatcher dispatcher;

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
                .watches(Node.KIND, (context, change) -> {
                    boolean concerns = change.before() == null
                            || change.after() == null
                            || !evicting(change.before()).equals(evicting(change.after()));
                    return concerns && !evicting(change.newest()).isEmpty()
                            ? context.lister(Pod.KIND).onNode(change.newest().name()).stream()
                                    .map(Pod::key)
                                    .toList()
                            : List.of();
                })
                .reconciles(TaintEviction::new);
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
            return Result.done();
        }
        var pod = found.get();
        var node = nodes.find(ObjectKey.of("", pod.spec().nodeName()));
        var due = node.flatMap(on -> due(pod, evicting(on), dispatcher.now()));
        if (due.isEmpty()) {
            return Result.done();
        }
        var left = Duration.between(dispatcher.now(), due.get());
        if (!left.isNegative() && !left.isZero()) {
            return Result.requeueAfter(left);
        }
        evict(pod);
        return Result.done();
    }

    private static List<Taint> evicting(Node node) {
        return node.spec().taints().stream()
                .filter(taint -> taint.effect().equals(NodeTaints.NO_EXECUTE))
                .toList();
    }

    /** When a pod has to go; empty if it tolerates all taints for ever. */
    private static Optional<Instant> due(Pod pod, List<Taint> taints, Instant now) {
        Instant soonest = null;
        for (var taint : taints) {
            var tolerating = pod.spec().tolerations().stream()
                    .filter(toleration -> Tolerations.tolerates(toleration, taint))
                    .toList();
            if (tolerating.isEmpty()) {
                return Optional.of(now);
            }
            var since = taint.timeAdded() == null ? now : taint.timeAdded();
            for (var toleration : tolerating) {
                var seconds = toleration.tolerationSeconds();
                var end = seconds == null ? null : since.plusSeconds(Math.max(0, seconds));
                soonest = end != null && (soonest == null || end.isBefore(soonest)) ? end : soonest;
            }
        }
        return Optional.ofNullable(soonest);
    }

    private void evict(Pod pod) {
        events.normal(pod, "TaintManagerEviction", "Marking for deletion Pod " + pod.namespace() + "/" + pod.name());
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
