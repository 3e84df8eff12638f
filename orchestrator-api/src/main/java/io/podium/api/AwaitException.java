package io.podium.api;

import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import java.time.Duration;

/** What was waited for did not come. The message tells how things stand: conditions, newest Events, last log lines. */
public final class AwaitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private AwaitException(String message) {
        super(message);
    }

    static AwaitException of(Cluster cluster, Kind<?> kind, ObjectKey key, String what, Duration atMost) {
        var message = "waited " + atMost.toMillis() + " ms in vain for " + kind.name() + " " + key + " " + what;
        return new AwaitException(message + "\n" + new Diagnosis(cluster).of(kind, key));
    }

    static AwaitException interrupted(Kind<?> kind, ObjectKey key, String what) {
        return new AwaitException("interrupted while waiting for " + kind.name() + " " + key + " " + what);
    }
}
