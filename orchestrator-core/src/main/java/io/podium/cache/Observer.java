package io.podium.cache;

import io.podium.api.client.Scope;
import org.jspecify.annotations.Nullable;

/** Somebody who wants to be told when objects in a scope change. Guarded by the cache's lock. */
final class Observer {
    private final Scope scope;
    private boolean armed = true;
    private @Nullable Runnable ready;

    Observer(Scope scope) {
        this.scope = scope;
    }

    Scope scope() {
        return scope;
    }

    void onReady(Runnable callback) {
        ready = callback;
    }

    void arm() {
        armed = true;
    }

    /** What to call because something changed, or null if it has been called already. */
    @Nullable
    Runnable disarm() {
        if (!armed) {
            return null;
        }
        armed = false;
        return ready;
    }
}
