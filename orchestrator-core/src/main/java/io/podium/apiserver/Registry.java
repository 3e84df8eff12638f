package io.podium.apiserver;

import io.podium.api.admission.Attributes;
import io.podium.api.dispatch.Dispatcher;
import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import io.podium.api.store.Stamp;
import io.podium.api.store.Store;
import io.podium.api.store.StoredValue;
import io.podium.apiserver.admission.AdmissionChain;
import io.podium.apiserver.rules.KindRules;
import io.podium.cache.KindCache;
import io.podium.cache.StorageKeys;
import java.util.Optional;

/**
 * One kind at the API server: where its objects are, and what is known of them.
 *
 * @param kind the kind
 * @param rules its rules
 * @param store where its objects are
 * @param cache its objects in memory
 * @param admission what admits writes
 * @param dispatcher gives time and randomness
 * @param objects reads objects of other kinds
 * @param <T> the type of its objects
 */
record Registry<T extends ApiObject<T>>(
        Kind<T> kind,
        KindRules<T> rules,
        Store store,
        KindCache<T> cache,
        AdmissionChain admission,
        Dispatcher dispatcher,
        Attributes.Objects objects) {

    /** An object together with its place in the store. */
    record Stored<T>(T object, StoredValue value) {}

    Optional<Stored<T>> read(ObjectKey key) {
        return store.get(storageKey(key)).map(this::stored);
    }

    Stored<T> mustRead(ObjectKey key) {
        return read(key).orElseThrow(() -> Failures.notFound(kind, key.name()));
    }

    @SuppressWarnings("unchecked") // only objects of the kind are stored under its prefix
    Stored<T> stored(StoredValue value) {
        return new Stored<>((T) value.value(), value);
    }

    String storageKey(ObjectKey key) {
        return StorageKeys.of(kind, key);
    }

    /** Stamps an object with the revision of its commit. */
    Stamp stamp(T object) {
        return new RevisionStamp<>(object);
    }
}
