package io.podium.api.client;

/** Which objects of a kind a {@link Follower} follows. */
public sealed interface Scope {

    /** All objects of the kind. */
    Scope ALL = new All();

    /** All objects of the kind. */
    record All() implements Scope {}

    /**
     * The objects of a namespace.
     *
     * @param namespace its name
     */
    record InNamespace(String namespace) implements Scope {}

    /**
     * The pods that are assigned to a node, or the object of that name.
     *
     * @param node its name
     */
    record OnNode(String node) implements Scope {}

    /**
     * One object.
     *
     * @param namespace its namespace, empty for a cluster-scoped kind
     * @param name its name
     */
    record Named(String namespace, String name) implements Scope {}
}
