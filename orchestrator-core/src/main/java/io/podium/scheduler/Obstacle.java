package io.podium.scheduler;

import java.util.List;

/**
 * What keeps a pod off a node.
 *
 * @param reasons the reasons of the first filter that does, in Kubernetes' words; none if the pod can run there
 * @param isUnresolvable whether it would do so even if all other pods left the node
 */
record Obstacle(List<String> reasons, boolean isUnresolvable) {
    static final Obstacle NONE = new Obstacle(List.of(), false);

    /** One that has nothing to do with other pods. */
    static Obstacle unresolvable(String reason) {
        return new Obstacle(List.of(reason), true);
    }
}
