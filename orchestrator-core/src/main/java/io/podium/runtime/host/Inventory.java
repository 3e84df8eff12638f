package io.podium.runtime.host;

import io.podium.api.runtime.RuntimeFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a runtime has, by id, in the order in which it was made.
 *
 * @param <T> sandboxes or containers
 */
public final class Inventory<T> {
    private final String noun;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, T> things = new LinkedHashMap<>();

    /**
     * An empty inventory.
     *
     * @param noun what it holds, for messages
     */
    public Inventory(String noun) {
        this.noun = noun;
    }

    /**
     * Adds a thing.
     *
     * @param id its id
     * @param thing the thing
     */
    public void add(String id, T thing) {
        lock.lock();
        try {
            things.put(id, thing);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Removes a thing.
     *
     * @param id its id
     * @return what was removed, or empty if it was not there
     */
    public Optional<T> remove(String id) {
        lock.lock();
        try {
            return Optional.ofNullable(things.remove(id));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Looks a thing up.
     *
     * @param id its id
     * @return the thing, or empty if it is not there
     */
    public Optional<T> find(String id) {
        lock.lock();
        try {
            return Optional.ofNullable(things.get(id));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Looks up a thing that must be there.
     *
     * @param id its id
     * @return the thing
     * @throws RuntimeFailure with {@link RuntimeFailure.Code#NOT_FOUND} if it is not
     */
    public T get(String id) {
        return find(id).orElseThrow(() -> new RuntimeFailure(RuntimeFailure.Code.NOT_FOUND, "no " + noun + " " + id));
    }

    /**
     * All of them.
     *
     * @return a copy, oldest first
     */
    public List<T> all() {
        lock.lock();
        try {
            return new ArrayList<>(things.values());
        } finally {
            lock.unlock();
        }
    }
}
