package io.podium.api;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.meta.ObjectKey;
import java.time.Duration;

/** What was waited for did not come. The message tells how things stand: conditions, newest Events, last log lines. */
public final class AwaitException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private AwaitException(String message) {
        super(message);
    }

    static <T extends ApiObject<T>> AwaitException of(
            Cluster cluster, Kind<T> kind, ObjectKey key, String what, Duration atMost) {
        var message = "waited " + text(atMost) + " in vain for " + kind.name() + " " + key + " " + what;
        return new AwaitException(message + "\n" + Diagnosis.of(cluster, kind, key));
    }

    private static String text(Duration duration) {
        boolean whole = duration.toNanosPart() == 0 && !duration.isZero();
        return whole ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    static AwaitException interrupted(Kind<?> kind, ObjectKey key, String what) {
        return new AwaitException("interrupted while waiting for " + kind.name() + " " + key + " " + what);
    }
}
