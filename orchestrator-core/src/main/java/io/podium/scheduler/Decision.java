package io.podium.scheduler;

/** What the scheduler decides about a pod. */
public sealed interface Decision {

    /**
     * It goes to a node.
     *
     * @param index the node in the snapshot
     */
    record Place(int index) implements Decision {}

    /** It fits nowhere; {@link Algorithm#explain} says why. */
    record Nowhere() implements Decision {}
}
