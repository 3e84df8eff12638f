package io.podium.api.client;

import io.podium.api.autoscaling.Scale;
import io.podium.api.autoscaling.Scales;
import io.podium.api.core.Binding;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import io.podium.api.policy.Eviction;
import java.util.Optional;

/**
 * Reads and writes the objects of one API server. Safe for use by several threads.
 *
 * <p>Every method may throw {@link ApiException}; the subclasses say why. A write that failed with {@link UnknownOutcomeException} may have
 * been committed.
 */
public interface Client {

    /**
     * This server for another user agent. Followers of the new client see its own writes, not those of this one.
     *
     * @param userAgent who calls: the source of its Events, and what simulations and logs call it
     * @return a client
     */
    Client as(String userAgent);

    /**
     * Who calls.
     *
     * @return the user agent
     */
    String userAgent();

    /**
     * Reads an object as last committed.
     *
     * @param kind its kind
     * @param key its namespace and name
     * @param <T> its type
     * @return the object
     * @throws NotFoundException if there is none
     */
    <T extends ApiObject<T>> T get(Kind<T> kind, ObjectKey key);

    /**
     * Reads an object as last committed, if there is one.
     *
     * @param kind its kind
     * @param key its namespace and name
     * @param <T> its type
     * @return the object, or empty
     */
    <T extends ApiObject<T>> Optional<T> find(Kind<T> kind, ObjectKey key);

    /**
     * Reads objects.
     *
     * @param kind their kind
     * @param namespace their namespace, empty for all
     * @param options which of them, and how many
     * @param <T> their type
     * @return a page of them in the order of namespace and name
     * @throws ExpiredException if the continue token is older than the history
     */
    <T extends ApiObject<T>> ObjectList<T> list(Kind<T> kind, String namespace, ListOptions options);

    /**
     * Watches objects.
     *
     * @param kind their kind
     * @param namespace their namespace, empty for all
     * @param options which of them, and from when
     * @param <T> their type
     * @return an open watch
     * @throws ExpiredException if the history does not reach back to the resource version
     */
    <T extends ApiObject<T>> Watch<T> watch(Kind<T> kind, String namespace, WatchOptions options);

    /**
     * Follows objects: a view that moves on from one state to the next when told, never behind what this client wrote. What
     * controllers, the scheduler and agents read.
     *
     * @param kind their kind
     * @param scope which of them
     * @param <T> their type
     * @return an open follower, at the present state
     */
    <T extends ApiObject<T>> Follower<T> follow(Kind<T> kind, Scope scope);

    /**
     * Creates an object.
     *
     * @param object what to create; with {@code metadata.generateName} and no name it gets one
     * @param options how to write
     * @param <T> its type
     * @return the object as stored, with defaults
     * @throws AlreadyExistsException if there is an object of that name
     * @throws InvalidException if it breaks a rule; the causes say which
     * @throws ForbiddenException if admission refused it, or its namespace is terminating
     */
    <T extends ApiObject<T>> T create(T object, WriteOptions options);

    /**
     * Replaces an object, all but its status.
     *
     * @param object the new state; with a {@code metadata.resourceVersion} only if the stored one is the same
     * @param options how to write
     * @param <T> its type
     * @return the object as stored
     * @throws NotFoundException if there is none
     * @throws ConflictException if it has been changed meanwhile
     * @throws InvalidException if it breaks a rule; the causes say which
     */
    <T extends ApiObject<T>> T update(T object, WriteOptions options);

    /**
     * Replaces the status of an object, and nothing else.
     *
     * @param object its status is the new one
     * @param options how to write
     * @param <T> its type
     * @return the object as stored
     * @throws NotFoundException if there is none, or objects of its kind have no subresource {@code status}
     * @throws ConflictException if it has been changed meanwhile
     * @throws InvalidException if it breaks a rule; the causes say which
     */
    <T extends ApiObject<T>> T updateStatus(T object, WriteOptions options);

    /**
     * How many replicas an object wants and has: its subresource {@code scale}.
     *
     * @param kind a kind whose objects have a scale
     * @param key namespace and name of the object
     * @param <T> the type of the object
     * @return the scale
     * @throws NotFoundException if there is no such object
     * @throws IllegalArgumentException if objects of the kind have no scale
     */
    default <T extends ApiObject<T>> Scale scale(Kind<T> kind, ObjectKey key) {
        return Scales.of(get(kind, key));
    }

    /**
     * Changes how many replicas an object wants. A patch of the scale itself is a {@link #patch} with options {@code on("scale")}.
     *
     * @param kind a kind whose objects have a scale
     * @param scale the scale to have; a resource version in it must be the object's present one
     * @param options how to write
     * @param <T> the type of the object
     * @return the scale as stored
     * @throws NotFoundException if there is no such object
     * @throws ConflictException if the scale has a resource version and the object was written since
     * @throws InvalidException if the number of replicas is negative
     */
    default <T extends ApiObject<T>> Scale updateScale(Kind<T> kind, Scale scale, WriteOptions options) {
        var metadata = scale.metadata();
        var version = metadata.resourceVersion().isEmpty() ? Json.NULL : Json.of(metadata.resourceVersion());
        var change = JsonObject.of("metadata", JsonObject.of("resourceVersion", version))
                .with("spec", JsonObject.of("replicas", Json.of(scale.spec().replicas())));
        var key = ObjectKey.of(metadata.namespace(), metadata.name());
        return Scales.of(patch(kind, key, new Patch.Merge(change), options.on("scale")));
    }

    /**
     * Changes an object, or creates it where the patch is an {@linkplain Patch.Apply apply}.
     *
     * @param kind its kind
     * @param key its namespace and name
     * @param patch what to change; retried within the server if it has no resource version and others write meanwhile
     * @param options how to write; {@link WriteOptions#subresource()} narrows what may change
     * @param <T> its type
     * @return the object as stored
     * @throws NotFoundException if there is none, or objects of the kind have no such subresource
     * @throws ConflictException if fields that are applied have other managers; the causes name them
     * @throws InvalidException if the patch cannot be applied, or its result breaks a rule
     */
    <T extends ApiObject<T>> T patch(Kind<T> kind, ObjectKey key, Patch patch, WriteOptions options);

    /**
     * Applies an object (server-side apply): the fields it says become this manager's, the fields that the manager no longer says go.
     *
     * @param object what the manager wants
     * @param options how to write; {@link WriteOptions#fieldManager()} must be said
     * @param <T> its type
     * @return the object as stored
     * @throws ConflictException if fields have other managers; the causes name them
     * @throws InvalidException if the result breaks a rule
     */
    <T extends ApiObject<T>> T apply(T object, WriteOptions options);

    /**
     * Deletes an object: at once, or when its grace period is over and its finalizers are gone.
     *
     * @param kind its kind
     * @param key its namespace and name
     * @param options grace, propagation and preconditions
     * @param <T> its type
     * @return the object as it was last, with a deletion timestamp if it is still there
     * @throws NotFoundException if there is none
     * @throws ConflictException if a precondition does not hold
     */
    <T extends ApiObject<T>> T delete(Kind<T> kind, ObjectKey key, DeleteOptions options);

    /**
     * Deletes many objects.
     *
     * @param kind their kind
     * @param namespace their namespace, empty for all
     * @param which which of them
     * @param options how, for each of them
     * @param <T> their type
     * @return those deleted
     */
    <T extends ApiObject<T>> ObjectList<T> deleteCollection(
            Kind<T> kind, String namespace, ListOptions which, DeleteOptions options);

    /**
     * Assigns a pod to a node.
     *
     * @param binding names the pod and, as its target, the node
     * @param options how to write
     * @throws NotFoundException if there is no such pod
     * @throws ConflictException if the pod is assigned already, or is being deleted
     */
    void bind(Binding binding, WriteOptions options);

    /**
     * Asks a pod to go: says so in its conditions, and deletes it gracefully.
     *
     * @param eviction names the pod, and may say how to delete it
     * @param options how to write
     * @throws NotFoundException if there is no such pod
     * @throws ConflictException if the pod is not the one that the eviction's preconditions mean
     */
    void evict(Eviction eviction, WriteOptions options);
}
