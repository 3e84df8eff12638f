package io.podium.api.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to delete.
 *
 * @param grace how long a pod may take to end, in seconds, of which fractions do not count; null for the pod's own choice; zero kills at
 *     once; less than zero is one second, as in Kubernetes. Other kinds know no grace
 * @param propagation what becomes of the objects it owns; null for the kind's default
 * @param uid deletes only an object of this uid; empty for any
 * @param resourceVersion deletes only this version; empty for any
 * @param dryRun whether all is done but the commit
 */
public record DeleteOptions(
        @Nullable Duration grace,
        @Nullable Propagation propagation,
        String uid,
        String resourceVersion,
        boolean dryRun) {

    /** As the object and its kind say. */
    public static final DeleteOptions PLAIN = new DeleteOptions(null, null, "", "", false);

    /** What becomes of the objects that a deleted object owns. */
    public enum Propagation {
        /** They stay, without that owner. */
        ORPHAN,
        /** They are deleted after it. */
        BACKGROUND,
        /** They are deleted before it. */
        FOREGROUND
    }

    /**
     * With a propagation.
     *
     * @param mode what becomes of the objects it owns
     * @return these options with it
     */
    public DeleteOptions with(Propagation mode) {
        return new DeleteOptions(grace, mode, uid, resourceVersion, dryRun);
    }

    /**
     * With a grace period.
     *
     * @param period how long a pod may take to end; see {@link #grace()}
     * @return these options with it
     */
    public DeleteOptions within(Duration period) {
        return new DeleteOptions(period, propagation, uid, resourceVersion, dryRun);
    }

    /**
     * Only one object in time.
     *
     * @param identity its uid
     * @return these options with that precondition
     */
    public DeleteOptions ifUid(String identity) {
        return new DeleteOptions(grace, propagation, identity, resourceVersion, dryRun);
    }

    /**
     * Only one version.
     *
     * @param version its resource version
     * @return these options with that precondition
     */
    public DeleteOptions ifVersion(String version) {
        return new DeleteOptions(grace, propagation, uid, version, dryRun);
    }
}
