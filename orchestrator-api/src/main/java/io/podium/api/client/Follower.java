package io.podium.api.client;

import io.podium.api.meta.ApiObject;
import java.util.List;

/**
 * A cursor on the changes of a kind, and the state at that cursor.
 *
 * <p>It is moved by one thread at a time, with {@link #advance}; its {@link #lister} may be read by others meanwhile. It costs no memory
 * while it lags: it is a position in a shared history. One that falls off the end of the history moves on as if the objects it missed had
 * been deleted and created, as their resource versions tell.
 *
 * @param <T> the type of the objects
 */
public interface Follower<T extends ApiObject<T>> extends AutoCloseable {

    /**
     * Moves the cursor to the newest state, or by a bounded number of changes.
     *
     * @return the changes passed, in their order; empty if there were none. The first call gives every object as added
     */
    List<Change<T>> advance();

    /**
     * Moves the cursor over everything that was committed before this call, however late news of it may be: what to do before a write is
     * repeated whose outcome is unknown.
     *
     * @return the changes passed, as {@link #advance} gives them
     */
    default List<Change<T>> catchUp() {
        return advance();
    }

    /**
     * The state at the cursor, overlaid with what this follower's client wrote since.
     *
     * @return a lister that moves on with the cursor
     */
    Lister<T> lister();

    /**
     * Calls back when there may be something to {@link #advance} over. At most once between two calls of {@code advance}, on the
     * thread of whoever made the change, so it must only fire a trigger.
     *
     * @param ready what to call; replaces the one before
     */
    void onReady(Runnable ready);

    /** Ends following. */
    @Override
    void close();
}
