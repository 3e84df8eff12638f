package io.podium.api.admission;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an admission function knows of a write beside the object.
 *
 * @param operation what is being done
 * @param namespace the namespace of the request, empty for cluster-scoped kinds
 * @param subresource the part that is written, empty for the object itself
 * @param old the object as stored, null for a creation
 * @param userAgent who asks
 * @param dryRun whether nothing will be committed: have no side effects then
 * @param objects reads other objects
 * @param <T> the type of the object
 */
public record Attributes<T extends ApiObject<T>>(
        Operation operation,
        String namespace,
        String subresource,
        @Nullable T old,
        String userAgent,
        boolean dryRun,
        Objects objects) {

    /** What is being done. */
    public enum Operation {
        /** An object is created. */
        CREATE,
        /** An object is replaced or patched. */
        UPDATE,
        /** An object is deleted. */
        DELETE
    }

    /** Reads other objects, as last committed. */
    public interface Objects {
        /**
         * An object.
         *
         * @param kind its kind
         * @param key its namespace and name
         * @param <O> its type
         * @return the object, or empty
         */
        <O extends ApiObject<O>> Optional<O> find(Kind<O> kind, ObjectKey key);

        /**
         * Lists objects of a kind.
         *
         * @param kind the kind
         * @param namespace their namespace, or empty for all
         * @param <O> the type of the objects
         * @return the objects, sorted by namespace and name
         */
        <O extends ApiObject<O>> List<O> list(Kind<O> kind, String namespace);
    }
}
