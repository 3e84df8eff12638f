package io.podium.apiserver.rules.pod;

import io.podium.api.core.Pod;
import io.podium.api.meta.ObjectMeta;
import io.podium.apiserver.rules.KindRules;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules of pods. */
public final class PodRules implements KindRules<Pod> {
    private static final Path SPEC = Path.of("spec");
    private static final Path ANNOTATIONS = Path.of("metadata").child("annotations");
    private static final Map<String, Function<Pod, String>> SELECTABLE = selectable();

    private final KindRules<Pod> unchecked = new ServersOwnRules();
    private final KindRules<Pod> resize = new ResizeRules(this);
    private final KindRules<Pod> ephemeralContainers = new EphemeralContainersRules(this);

    /** The rules, which have no state. */
    public PodRules() {}

    @Override
    public KindRules<Pod> on(String subresource) {
        return switch (subresource) {
            case "binding", "eviction" -> unchecked;
            case "resize" -> resize;
            case "ephemeralcontainers" -> ephemeralContainers;
            default -> this;
        };
    }

    @Override
    public Pod defaults(Pod pod) {
        var spec = PodDefaults.ofPod(pod.spec());
        return spec == pod.spec() ? pod : pod.withSpec(spec);
    }

    @Override
    public Pod prepareForCreate(Pod pod) {
        var spec = DisabledFields.dropped(pod.spec());
        var merged = LabelKeys.merged(spec == pod.spec() ? pod : pod.withSpec(spec));
        return merged.withStatus(PodStatuses.initial(merged));
    }

    @Override
    public Pod prepareForUpdate(Pod updated, Pod old) {
        var spec = DisabledFields.dropped(updated.spec());
        var kept = spec == updated.spec() ? updated : updated.withSpec(spec);
        return kept.status() == old.status() ? kept : kept.withStatus(old.status());
    }

    @Override
    public Pod prepareForStatusUpdate(Pod updated, Pod old) {
        var metadata = updated.metadata().withOwnerReferences(old.metadata().ownerReferences());
        return updated.withMetadata(metadata)
                .withSpec(old.spec())
                .withStatus(PodStatuses.completed(updated.status(), old.status()));
    }

    @Override
    public void validateCreate(Pod pod, Problems problems) {
        check(pod, problems);
        var spec = pod.spec();
        if (!spec.ephemeralContainers().isEmpty()) {
            problems.forbidden(SPEC.child("ephemeralContainers"), "cannot be set on create");
        }
        if (!spec.nodeName().isEmpty() && !spec.schedulingGates().isEmpty()) {
            problems.forbidden(SPEC.child("nodeName"), "cannot be set until all schedulingGates have been cleared");
        }
    }

    @Override
    public void validateUpdate(Pod updated, Pod old, Problems problems) {
        check(updated, problems);
        checkAnnotationsKept(updated, old, problems);
        PodUpdates.check(updated, old, problems);
    }

    /** What holds for every pod, new or changed. */
    static void check(Pod pod, Problems problems) {
        var spec = pod.spec();
        PodSpecRules.check(spec, pod.name(), SPEC, problems);
        PortRules.checkOnHost(spec, true, SPEC, problems);
        PodSpecRules.checkAnnotations(pod.metadata().annotations(), spec, ANNOTATIONS, problems);
        ContainerRules.checkImages(spec.containers(), SPEC.child("containers"), problems);
        ContainerRules.checkImages(spec.initContainers(), SPEC.child("initContainers"), problems);
        if (spec.serviceAccountName().isEmpty()) {
            checkNoTokens(pod, problems);
        }
    }

    private static void checkNoTokens(Pod pod, Problems problems) {
        var volumes = pod.spec().volumes();
        for (int i = 0; i < volumes.size(); i++) {
            var projected = volumes.get(i).projected();
            for (int j = 0; projected != null && j < projected.sources().size(); j++) {
                if (projected.sources().get(j).serviceAccountToken() != null) {
                    problems.forbidden(
                            SPEC.child("volumes")
                                    .index(i)
                                    .child("projected")
                                    .child("sources")
                                    .index(j)
                                    .child("serviceAccountToken"),
                            "must not be specified when serviceAccountName is not set");
                }
            }
        }
    }

    @Override
    public void validateStatusUpdate(Pod updated, Pod old, Problems problems) {
        checkAnnotationsKept(updated, old, problems);
        PodStatuses.check(updated, old, problems);
    }

    /** The metadata of a pod that is written through one of its parts: what is sent says which pod and version is meant, no more. */
    static ObjectMeta keptMetadata(ObjectMeta updated, ObjectMeta old) {
        return updated.toBuilder()
                .labels(old.labels())
                .annotations(old.annotations())
                .finalizers(old.finalizers())
                .ownerReferences(old.ownerReferences())
                .build();
    }

    static void checkAnnotationsKept(Pod updated, Pod old, Problems problems) {
        PodSpecRules.checkAnnotationsKept(
                updated.metadata().annotations(), old.metadata().annotations(), ANNOTATIONS, problems);
    }

    @Override
    public boolean hasGeneration() {
        return true;
    }

    @Override
    public boolean changesGeneration(Pod updated, Pod old) {
        return updated.spec() != old.spec() && !updated.spec().equals(old.spec());
    }

    @Override
    public Map<String, Function<Pod, String>> selectableFields() {
        return SELECTABLE;
    }

    private static Map<String, Function<Pod, String>> selectable() {
        var fields = new TreeMap<String, Function<Pod, String>>();
        fields.put("spec.host", pod -> pod.spec().nodeName()); // what the first clients called the node
        fields.put("spec.hostNetwork", pod -> Boolean.toString(pod.spec().hostNetwork()));
        fields.put("spec.nodeName", pod -> pod.spec().nodeName());
        fields.put("spec.restartPolicy", pod -> pod.spec().restartPolicy());
        fields.put("spec.schedulerName", pod -> pod.spec().schedulerName());
        fields.put("spec.serviceAccountName", pod -> pod.spec().serviceAccountName());
        fields.put("status.nominatedNodeName", pod -> pod.status().nominatedNodeName());
        fields.put("status.phase", pod -> pod.status().phase());
        fields.put("status.podIP", pod -> pod.status().podIP());
        fields.put("status.podIPs", pod -> ""); // may be named, but Kubernetes keeps no value of it
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public boolean endsGracefully() {
        return true;
    }

    @Override
    public long gracePeriodSeconds(Pod pod, @Nullable Long wanted) {
        var phase = pod.status().phase();
        if (pod.spec().nodeName().isEmpty() || phase.equals("Failed") || phase.equals("Succeeded")) {
            return 0;
        }
        var own = pod.spec().terminationGracePeriodSeconds();
        long seconds = wanted != null ? wanted : own != null ? own : 0;
        return seconds < 0 ? 1 : seconds;
    }
}
