package io.podium.apiserver;

import io.podium.api.client.DeleteOptions;
import io.podium.api.client.WriteOptions;
import io.podium.api.core.Binding;
import io.podium.api.core.Node;
import io.podium.api.core.Pod;
import io.podium.api.core.PodConditionBuilder;
import io.podium.api.meta.ObjectKey;
import io.podium.api.policy.Eviction;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** Writes to pods that are no updates of the object: the assignment to a node, and eviction. */
final class PodSubresources {
    private final ApiServer server;

    PodSubresources(ApiServer server) {
        this.server = server;
    }

    Pod bind(Binding binding, Request request) {
        var metadata = binding.metadata();
        var node = binding.target().name();
        var kind = binding.target().kind();
        if (!kind.isEmpty() && !kind.equals(Node.KIND.name())) {
            throw Failures.badRequest(
                    "target.kind: Unsupported value: \"" + kind + "\": supported values: \"Node\", \"<empty>\"");
        }
        if (node.isEmpty()) {
            throw Failures.badRequest("target.name: Required value: name the node to which the pod is assigned");
        }
        var key = ObjectKey.of(metadata.namespace(), metadata.name());
        var now = server.dispatcher().now().truncatedTo(ChronoUnit.SECONDS);
        var options = request.options().on("binding");
        return server.endpoint(Pod.KIND).change(key, Request.of(request.userAgent(), options), pod -> {
            refuseUnlessFree(pod, metadata.uid());
            var scheduled = new PodConditionBuilder()
                    .type("PodScheduled")
                    .status("True")
                    .lastTransitionTime(now)
                    .build();
            return annotated(pod, metadata.annotations())
                    .withSpec(pod.spec().withNodeName(node))
                    .withStatus(Conditions.with(pod.status(), scheduled));
        });
    }

    /** The pod with what the binding notes in its annotations, which are those of the pod from now on. */
    private static Pod annotated(Pod pod, Map<String, String> notes) {
        if (notes.isEmpty()) {
            return pod;
        }
        var annotations = new TreeMap<>(pod.metadata().annotations());
        annotations.putAll(notes);
        return pod.withMetadata(pod.metadata().withAnnotations(annotations));
    }

    /** Says in the pod's conditions that it is evicted, which comes before its deletion. */
    Pod noteEviction(Eviction eviction, Request request) {
        var now = server.dispatcher().now().truncatedTo(ChronoUnit.SECONDS);
        var wanted = deletion(eviction, request.options());
        var said = request.options().on("eviction");
        var options = wanted.dryRun() ? said.asDryRun() : said;
        return server.endpoint(Pod.KIND).change(podOf(eviction), Request.of(request.userAgent(), options), pod -> {
            refuseUnlessMeant(pod, wanted);
            var evicted = new PodConditionBuilder()
                    .type("DisruptionTarget")
                    .status("True")
                    .reason("EvictionByEvictionAPI")
                    .message("Eviction API: evicting")
                    .lastTransitionTime(now)
                    .build();
            return pod.withStatus(Conditions.with(pod.status(), evicted));
        });
    }

    private static void refuseUnlessMeant(Pod pod, DeleteOptions wanted) {
        if (!wanted.uid().isEmpty() && !wanted.uid().equals(pod.uid())) {
            throw Failures.conflict(
                    Pod.KIND,
                    Pod.KIND.plural(),
                    pod.name(),
                    "Precondition failed: UID in precondition: " + wanted.uid() + ", UID in object meta: " + pod.uid());
        }
        var version = wanted.resourceVersion();
        if (!version.isEmpty() && !version.equals(pod.metadata().resourceVersion())) {
            throw Failures.modified(Pod.KIND, pod.name());
        }
    }

    static ObjectKey podOf(Eviction eviction) {
        return ObjectKey.of(eviction.metadata().namespace(), eviction.metadata().name());
    }

    /** How the eviction wants the pod deleted. */
    static DeleteOptions deletion(Eviction eviction, WriteOptions options) {
        var wanted = eviction.deleteOptions();
        var grace = wanted == null ? null : wanted.gracePeriodSeconds();
        var conditions = wanted == null ? null : wanted.preconditions();
        var uid = conditions == null || conditions.uid() == null ? "" : conditions.uid();
        var version = conditions == null || conditions.resourceVersion() == null ? "" : conditions.resourceVersion();
        boolean dryRun = options.dryRun() || wanted != null && !wanted.dryRun().isEmpty();
        return new DeleteOptions(grace == null ? null : Duration.ofSeconds(grace), null, uid, version, dryRun);
    }

    private static void refuseUnlessFree(Pod pod, String uid) {
        if (!uid.isEmpty() && !uid.equals(pod.uid())) {
            throw conflict(
                    pod, "Precondition failed: UID in precondition: " + uid + ", UID in object meta: " + pod.uid());
        }
        if (pod.isTerminating()) {
            throw conflict(pod, "pod " + pod.name() + " is being deleted, cannot be assigned to a host");
        }
        if (!pod.spec().nodeName().isEmpty()) {
            throw conflict(
                    pod,
                    "pod " + pod.name() + " is already assigned to node \""
                            + pod.spec().nodeName() + "\"");
        }
        if (!pod.spec().schedulingGates().isEmpty()) {
            throw conflict(pod, "pod " + pod.name() + " has non-empty .spec.schedulingGates");
        }
    }

    private static RuntimeException conflict(Pod pod, String why) {
        return Failures.conflict(Pod.KIND, "pods/binding", pod.name(), why);
    }
}
