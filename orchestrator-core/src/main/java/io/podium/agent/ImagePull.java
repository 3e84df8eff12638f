package io.podium.agent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the image of one container came, or did not. Used by its pod's worker only. */
final class ImagePull {
    final RestartBackoff backoff = new RestartBackoff();
    boolean running;

    @Nullable
    Instant failedAt;

    String failure = "";
    /** The next start finds it present: it has just been pulled. */
    boolean fresh;
}
