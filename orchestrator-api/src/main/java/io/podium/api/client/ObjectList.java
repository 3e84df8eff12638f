package io.podium.api.client;

import io.podium.api.meta.ApiObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of objects.
 *
 * @param items the objects, in the order of namespace and name
 * @param resourceVersion the state they were read at; a watch from here misses nothing
 * @param continueToken where the next page starts, empty on the last one
 * @param remaining how many objects follow; null on the last page, and where a selector leaves some out
 * @param <T> the type of the objects
 */
public record ObjectList<T extends ApiObject<T>>(
        List<T> items,
        String resourceVersion,
        String continueToken,
        @Nullable Long remaining) {
    /** Copies the items. */
    public ObjectList {
        items = List.copyOf(items);
    }
}
