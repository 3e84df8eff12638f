package io.podium.cache;

import org.jspecify.annotations.Nullable;

/**
 * One change of one object, as the cache remembers it.
 *
 * @param revision the write that made it
 * @param before the state before, null if it was created
 * @param after the state after, null if it was deleted
 * @param last the state to show: the one after, or the last one with the resource version of the deletion
 * @param <T> the type of the object
 */
record CacheEvent<T>(
        long revision, @Nullable T before, @Nullable T after, T last) {}
