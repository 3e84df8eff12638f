package io.podium.apiserver.rules.pod;

import io.podium.api.core.EphemeralContainer;
import io.podium.api.core.Pod;
import io.podium.apiserver.rules.KindRules;
import io.podium.apiserver.validation.Path;
import io.podium.apiserver.validation.Problems;

/** The rules of adding ephemeral containers to a pod: none that is there goes or changes, and nothing else changes. */
final class EphemeralContainersRules implements KindRules<Pod> {
    private static final Path CONTAINERS = Path.of("spec").child("ephemeralContainers");

    private final PodRules rules;

    EphemeralContainersRules(PodRules rules) {
        this.rules = rules;
    }

    @Override
    public Pod defaults(Pod pod) {
        return rules.defaults(pod);
    }

    @Override
    public Pod prepareForUpdate(Pod updated, Pod old) {
        return old.withMetadata(PodRules.keptMetadata(updated.metadata(), old.metadata()))
                .withSpec(old.spec().withEphemeralContainers(updated.spec().ephemeralContainers()));
    }

    @Override
    public void validateCreate(Pod pod, Problems problems) {
        PodRules.check(pod, problems);
    }

    @Override
    public void validateUpdate(Pod updated, Pod old, Problems problems) {
        if (PodSpecRules.isMirror(old)) {
            problems.forbidden(Path.of(""), "static pods do not support ephemeral containers");
            return;
        }
        PodRules.check(updated, problems);
        PodRules.checkAnnotationsKept(updated, old, problems);
        for (var container : old.spec().ephemeralContainers()) {
            checkKept(container, updated, problems);
        }
    }

    private static void checkKept(EphemeralContainer container, Pod updated, Problems problems) {
        var same = updated.spec().ephemeralContainers().stream()
                .filter(each -> each.name().equals(container.name()))
                .findFirst();
        if (same.isEmpty()) {
            problems.forbidden(
                    CONTAINERS, "existing ephemeral containers \"" + container.name() + "\" may not be removed");
        } else if (!same.get().equals(container)) {
            problems.forbidden(
                    CONTAINERS, "existing ephemeral containers \"" + container.name() + "\" may not be changed");
        }
    }

    @Override
    public boolean changesGeneration(Pod updated, Pod old) {
        return rules.changesGeneration(updated, old);
    }
}
