package io.podium.apiserver.rules.pod;

import io.podium.api.core.Pod;
import io.podium.apiserver.rules.KindRules;
import io.podium.apiserver.validation.Problems;

/** The rules of assigning a pod to a node: the server itself makes the change, so there is nothing to check, and no new generation. */
final class BindingRules implements KindRules<Pod> {

    @Override
    public void validateCreate(Pod pod, Problems problems) {}
}
