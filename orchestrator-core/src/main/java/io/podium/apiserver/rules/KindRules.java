package io.podium.apiserver.rules;

import io.podium.api.client.DeleteOptions.Propagation;
import io.podium.api.meta.ApiObject;
import io.podium.apiserver.validation.NameRule;
import io.podium.apiserver.validation.Problems;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the API server knows of one kind beyond its schema. All methods are pure: the same arguments give the same result, and none reads
 * a clock or another object.
 *
 * <p>A write passes through them in this order: {@link #received}, {@link #defaults}, then {@link #prepareForCreate} or {@link #prepareForUpdate}, then
 * (after admission) {@link #validateCreate} or {@link #validateUpdate}. Object metadata is the server's own affair, but for the rule of
 * names.
 *
 * @param <T> the type of the objects
 */
public interface KindRules<T extends ApiObject<T>> {

    /**
     * Drops what the kind has no place for. It concerns what was sent, not what server-side apply made of an object, which keeps the
     * null of a record whose last field its owner gave up.
     *
     * @param object as it was sent
     * @return what is read of it; the same reference if nothing is dropped
     */
    default T received(T object) {
        return object;
    }

    /**
     * Fills in what was not said.
     *
     * @param object as it was sent
     * @return the object with Kubernetes' defaults; the same reference if nothing was missing
     */
    default T defaults(T object) {
        return object;
    }

    /**
     * Drops what a creator may not say, such as a status.
     *
     * @param object with defaults
     * @return the object to create
     */
    default T prepareForCreate(T object) {
        return object;
    }

    /**
     * Keeps what an update may not touch, such as the status, and drops or derives what follows from the change.
     *
     * @param updated with defaults
     * @param old as stored
     * @return the object to store
     */
    default T prepareForUpdate(T updated, T old) {
        return updated;
    }

    /**
     * Keeps everything but the status.
     *
     * @param updated with defaults
     * @param old as stored
     * @return the object to store
     */
    default T prepareForStatusUpdate(T updated, T old) {
        return updated;
    }

    /**
     * Checks an object before it is created.
     *
     * @param object with defaults
     * @param problems collects what is wrong
     */
    void validateCreate(T object, Problems problems);

    /**
     * Checks an object before it replaces another, immutable fields included.
     *
     * @param updated the new state
     * @param old as stored
     * @param problems collects what is wrong
     */
    default void validateUpdate(T updated, T old, Problems problems) {
        validateCreate(updated, problems);
    }

    /**
     * Checks a status before it replaces another.
     *
     * @param updated the new state
     * @param old as stored
     * @param problems collects what is wrong
     */
    default void validateStatusUpdate(T updated, T old, Problems problems) {}

    /**
     * How long an object is kept after its last write.
     *
     * @param object the object
     * @return the time after which the store drops it, or null to keep it for good
     */
    default @Nullable Duration timeToLive(T object) {
        return null;
    }

    /**
     * How many objects are kept: when there are more, those written longest ago are dropped.
     *
     * @return at least 1; {@link Integer#MAX_VALUE} to keep all
     */
    default int mostKept() {
        return Integer.MAX_VALUE;
    }

    /**
     * What names of this kind must look like.
     *
     * @return the rule, which most kinds have
     */
    default NameRule nameRule() {
        return NameRule.SUBDOMAIN;
    }

    /**
     * Whether finalizers must be Kubernetes' own or qualified by a domain.
     *
     * @return false if any well-formed name will do
     */
    default boolean qualifiesFinalizers() {
        return true;
    }

    /**
     * Whether an update must say which version it changes.
     *
     * @return true if {@code metadata.resourceVersion} is required
     */
    default boolean updatesNeedVersion() {
        return false;
    }

    /**
     * Whether the change of an object is one of what is desired, which takes a new {@code metadata.generation}.
     *
     * @param updated the new state
     * @param old as stored
     * @return true if the generation must grow
     */
    default boolean changesGeneration(T updated, T old) {
        return false;
    }

    /**
     * Whether objects of this kind carry a generation at all.
     *
     * @return true if a new object gets generation 1
     */
    default boolean hasGeneration() {
        return false;
    }

    /**
     * The fields that a field selector may name, beside {@code metadata.name} and {@code metadata.namespace}.
     *
     * @return how to read each, sorted by name
     */
    default Map<String, Function<T, String>> selectableFields() {
        return Map.of();
    }

    /**
     * Whether an update creates an object that is not there.
     *
     * @return false for most kinds, whose objects are created first
     */
    default boolean createsOnUpdate() {
        return false;
    }

    /**
     * What becomes of the objects that a deleted one owns, if neither its deletion nor its finalizers say it.
     *
     * @return {@code BACKGROUND} for most kinds
     */
    default Propagation propagation() {
        return Propagation.BACKGROUND;
    }

    /**
     * Whether objects of this kind may own others, so that a deletion can say what becomes of those.
     *
     * @return false if what a deletion says of it is ignored
     */
    default boolean mayOwn() {
        return true;
    }

    /**
     * How long an object that is to be deleted may take to end.
     *
     * @param object the object
     * @param wanted what the client asked for, in seconds, or null for the object's own choice; may be negative
     * @return seconds, at least 0; 0 for all kinds but pods
     */
    default long gracePeriodSeconds(T object, @Nullable Long wanted) {
        return 0;
    }

    /**
     * Whether objects of this kind are given time to end, and tell of their end in their last state.
     *
     * @return true for pods
     */
    default boolean endsGracefully() {
        return false;
    }

    /**
     * Notes in an object, other than in its metadata, that it is being deleted.
     *
     * @param object with its deletion timestamp
     * @return the object to store
     */
    default T markedForDeletion(T object) {
        return object;
    }

    /**
     * Whether an object that is being deleted and has no finalizers in its metadata may go.
     *
     * @param object the object
     * @return false to keep it, however often it is deleted
     */
    default boolean mayBeRemoved(T object) {
        return true;
    }

    /**
     * The rules of writes through a subresource other than the status, such as {@code resize}.
     *
     * @param subresource its name, or empty for the object itself
     * @return the rules of updates, by default those of the object itself
     */
    default KindRules<T> on(String subresource) {
        return this;
    }
}
