package io.podium.api.runtime;

import io.podium.api.meta.Sorted;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a container is.
 *
 * @param id its id, as pod statuses show it behind the runtime's scheme
 * @param sandboxId the sandbox it is in
 * @param name its name in the pod
 * @param attempt how often it was started before
 * @param state how far it has come
 * @param createdAt when it was made
 * @param startedAt when it was started, or null
 * @param finishedAt when it ended, or null
 * @param exitCode how it ended: its exit code, or 128 plus the signal that killed it; meaningful once {@link State#EXITED}
 * @param reason {@code Completed}, {@code Error}, {@code OOMKilled} …, empty unless it has ended
 * @param message more about the end, or empty
 * @param imageId what identifies its image's content
 * @param labels what its spec said
 */
public record ContainerStatus(
        String id,
        String sandboxId,
        String name,
        int attempt,
        State state,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        int exitCode,
        String reason,
        String message,
        String imageId,
        Map<String, String> labels) {

    /** Copies the labels. */
    public ContainerStatus {
        labels = Sorted.copyOf(labels);
    }

    /** How far a container has come. */
    public enum State {
        /** Made, not started. */
        CREATED,
        /** Started, not ended. */
        RUNNING,
        /** Ended. */
        EXITED,
        /** The runtime does not know, for example whether it survived a restart. */
        UNKNOWN
    }
}
