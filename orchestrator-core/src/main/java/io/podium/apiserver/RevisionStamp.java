package io.podium.apiserver;

import io.podium.api.meta.ApiObject;
import io.podium.api.store.Revision;
import io.podium.api.store.Stamp;

/**
 * Gives an object the resource version of its commit. What it keeps afterwards is the stored object itself, which only differs in that: a store
 * holds on to the stamps of objects that will expire, of which there may be tens of thousands.
 *
 * @param <T> the type of the object
 */
final class RevisionStamp<T extends ApiObject<T>> implements Stamp {
    private T object;

    RevisionStamp(T object) {
        this.object = object;
    }

    @Override
    public Object valueAt(Revision revision) {
        object = object.withMetadata(object.metadata().withResourceVersion(Long.toString(revision.value())));
        return object;
    }
}
