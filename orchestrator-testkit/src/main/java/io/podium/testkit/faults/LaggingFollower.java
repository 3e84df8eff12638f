package io.podium.testkit.faults;

import io.podium.api.client.Change;
import io.podium.api.client.Follower;
import io.podium.api.client.Lister;
import io.podium.api.meta.ApiObject;
import java.time.Duration;
import java.util.List;

/**
 * A follower that now and then does not move on for a while: as behind a slow network. Its first state it has always, and it reads what was
 * committed if it is told to catch up.
 *
 * @param <T> the type of the objects
 */
final class LaggingFollower<T extends ApiObject<T>> implements Follower<T> {
    private final Follower<T> follower;
    private final Lags lags;
    private final String name;
    private volatile Runnable ready = () -> {};
    private volatile boolean lagging;
    private volatile boolean begun;
    private volatile boolean closed;

    LaggingFollower(Follower<T> follower, Lags lags, String name) {
        this.follower = follower;
        this.lags = lags;
        this.name = name;
    }

    @Override
    public List<Change<T>> advance() {
        begun = true;
        return lagging && !lags.isOver() ? List.of() : follower.advance();
    }

    @Override
    public List<Change<T>> catchUp() {
        begun = true;
        return follower.catchUp();
    }

    @Override
    public Lister<T> lister() {
        return follower.lister();
    }

    @Override
    public void onReady(Runnable callback) {
        ready = callback;
        follower.onReady(this::changed);
    }

    private void changed() {
        var lag = begun ? lags.next(name) : Duration.ZERO;
        if (lag.isZero()) {
            ready.run();
        } else if (!lagging) {
            lagging = true;
            lags.later(name, lag, this::endLag);
        }
    }

    private void endLag() {
        lagging = false;
        if (!closed) {
            ready.run();
        }
    }

    @Override
    public void close() {
        closed = true;
        follower.close();
    }
}
