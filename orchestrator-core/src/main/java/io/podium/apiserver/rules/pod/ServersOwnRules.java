package io.podium.apiserver.rules.pod;

import io.podium.api.core.Pod;
import io.podium.apiserver.rules.KindRules;
import io.podium.apiserver.validation.Problems;

/**
 * The rules of binding and eviction: the client only asks, the server itself changes the pod, so there is nothing to check, and no new
 * generation.
 */
final class ServersOwnRules implements KindRules<Pod> {

    @Override
    public void validateCreate(Pod pod, Problems problems) {}
}
