package io.podium.apiserver.admission;

import io.podium.api.admission.Attributes;
import io.podium.api.admission.Attributes.Operation;
import io.podium.api.admission.Mutator;
import io.podium.api.admission.Refusal;
import io.podium.api.core.Pod;
import io.podium.api.meta.ObjectKey;
import io.podium.api.scheduling.PriorityClass;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A new pod has the priority of its class, or of the default one; at most one class is the default. */
final class PriorityAdmission implements Mutator<Pod> {
    private static final String PREEMPTS = "PreemptLowerPriority";

    /** Classes that are there without anybody creating them. */
    private static final List<PriorityClass> BUILT_IN = List.of(
            PriorityClass.named("system-cluster-critical").value(2_000_000_000).build(),
            PriorityClass.named("system-node-critical").value(2_000_001_000).build());

    @Override
    public Pod mutate(Pod pod, Attributes<Pod> attributes) {
        if (!attributes.subresource().isEmpty()) {
            return pod;
        }
        var old = attributes.old();
        return attributes.operation() == Operation.CREATE || old == null ? ofNew(pod, attributes) : kept(pod, old);
    }

    private static Pod kept(Pod pod, Pod old) {
        var spec = pod.spec();
        if (spec.priority() == null && old.spec().priority() != null) {
            spec = spec.withPriority(old.spec().priority());
        }
        if (spec.preemptionPolicy() == null && old.spec().preemptionPolicy() != null) {
            spec = spec.withPreemptionPolicy(old.spec().preemptionPolicy());
        }
        return spec == pod.spec() ? pod : pod.withSpec(spec);
    }

    private static Pod ofNew(Pod pod, Attributes<Pod> attributes) {
        var spec = pod.spec();
        var found = spec.priorityClassName().isEmpty()
                ? defaultClass(attributes)
                : namedClass(spec.priorityClassName(), attributes);
        int priority = found == null ? 0 : found.value();
        var policy = found == null || found.preemptionPolicy() == null ? PREEMPTS : found.preemptionPolicy();
        if (spec.priority() != null && spec.priority() != priority) {
            throw new Refusal("the integer value of priority (" + spec.priority()
                    + ") must not be provided in pod spec; priority admission controller computed " + priority
                    + " from the given PriorityClass name");
        }
        if (spec.preemptionPolicy() != null && !spec.preemptionPolicy().equals(policy)) {
            throw new Refusal("the string value of PreemptionPolicy (" + spec.preemptionPolicy()
                    + ") must not be provided in pod spec; priority admission controller computed " + policy
                    + " from the given PriorityClass name");
        }
        return pod.withSpec(spec.toBuilder()
                .priorityClassName(found == null ? "" : found.name())
                .priority(priority)
                .preemptionPolicy(policy)
                .build());
    }

    private static PriorityClass namedClass(String name, Attributes<Pod> attributes) {
        return attributes
                .objects()
                .find(PriorityClass.KIND, ObjectKey.of("", name))
                .or(() -> BUILT_IN.stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst())
                .orElseThrow(() -> new Refusal("no PriorityClass with name " + name + " was found"));
    }

    private static @Nullable PriorityClass defaultClass(Attributes<Pod> attributes) {
        var classes = attributes.objects().list(PriorityClass.KIND, "");
        return classes.isEmpty()
                ? null
                : classes.stream()
                        .filter(PriorityClass::globalDefault)
                        .min(Comparator.comparingInt(PriorityClass::value))
                        .orElse(null);
    }

    void checkClass(PriorityClass updated, Attributes<PriorityClass> attributes) {
        if (attributes.operation() == Operation.DELETE || !updated.globalDefault()) {
            return;
        }
        for (var other : attributes.objects().list(PriorityClass.KIND, "")) {
            if (other.globalDefault() && !other.name().equals(updated.name())) {
                throw new Refusal(
                        "PriorityClass " + other.name() + " is already marked as default. Only one default can exist");
            }
        }
    }
}
