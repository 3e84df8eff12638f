package io.podium.apiserver.admission;

import io.podium.api.admission.Attributes;
import io.podium.api.admission.Attributes.Operation;
import io.podium.api.admission.Mutator;
import io.podium.api.admission.Refusal;
import io.podium.api.core.Pod;

/** There are no runtime classes in this cluster, so a pod can neither name one nor have the overhead of one. */
final class RuntimeClassAdmission implements Mutator<Pod> {

    @Override
    public Pod mutate(Pod pod, Attributes<Pod> attributes) {
        if (attributes.operation() != Operation.CREATE
                || !attributes.subresource().isEmpty()) {
            return pod;
        }
        var spec = pod.spec();
        if (spec.runtimeClassName() != null) {
            throw new Refusal("pod rejected: RuntimeClass \"" + spec.runtimeClassName() + "\" not found");
        }
        if (!spec.overhead().isEmpty()) {
            throw new Refusal("pod rejected: Pod Overhead set without corresponding RuntimeClass defined Overhead");
        }
        return pod;
    }
}
