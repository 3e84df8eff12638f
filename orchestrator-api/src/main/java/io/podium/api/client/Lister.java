package io.podium.api.client;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.ObjectKey;
import io.podium.api.meta.Selector;
import java.util.List;
import java.util.Optional;

/**
 * Reads objects of one kind from memory. What it returns is shared and immutable; lists are in the order of namespace and name.
 *
 * @param <T> the type of the objects
 */
public interface Lister<T extends ApiObject<T>> {

    /**
     * An object.
     *
     * @param key its namespace and name
     * @return the object, or empty
     */
    Optional<T> find(ObjectKey key);

    /**
     * All objects.
     *
     * @return a list that does not change
     */
    List<T> all();

    /**
     * The objects of a namespace.
     *
     * @param namespace its name, empty for all namespaces
     * @return a list that does not change
     */
    List<T> in(String namespace);

    /**
     * The objects of a namespace that have given labels.
     *
     * @param namespace its name, empty for all namespaces
     * @param labels what their labels must be
     * @return a list that does not change
     */
    List<T> select(String namespace, Selector labels);

    /**
     * The objects that an object controls: those with an owner reference to its uid whose {@code controller} is true.
     *
     * @param owner the owner
     * @return a list that does not change
     */
    List<T> controlledBy(ApiObject<?> owner);

    /**
     * The objects that have an owner reference to an object, as controller or not.
     *
     * @param ownerUid the uid of the owner
     * @return a list that does not change
     */
    List<T> ownedBy(String ownerUid);

    /**
     * The objects of a namespace that nothing controls, which a controller may adopt.
     *
     * @param namespace its name, empty for all namespaces
     * @return a list that does not change
     */
    List<T> uncontrolled(String namespace);

    /**
     * The pods that are assigned to a node.
     *
     * @param node its name
     * @return a list that does not change; empty for kinds other than Pod
     */
    List<T> onNode(String node);

    /**
     * How many objects there are.
     *
     * @return at least 0
     */
    int size();
}
