package io.podium.apiserver;

import io.podium.api.core.Binding;
import io.podium.api.core.Pod;
import io.podium.api.core.PodConditionBuilder;
import io.podium.api.meta.ObjectKey;
import java.time.temporal.ChronoUnit;

/** Writes to pods that are no updates of the object: the assignment to a node. */
final class PodSubresources {
    private final ApiServer server;

    PodSubresources(ApiServer server) {
        this.server = server;
    }

    Pod bind(Binding binding, Request request) {
        var metadata = binding.metadata();
        var node = binding.target().name();
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
            return pod.withSpec(pod.spec().withNodeName(node)).withStatus(Conditions.with(pod.status(), scheduled));
        });
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
