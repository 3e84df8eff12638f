package io.podium.api.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a container's log to read.
 *
 * @param follow whether to go on as it grows, until the container ends
 * @param previous whether to read the log of the container's run before this one
 * @param tailLines how many lines from the end, or null for all
 * @param since the oldest line to read, or null for all
 * @param limitBytes how many bytes at most, or null for all
 * @param timestamps whether each line begins with its time
 */
public record LogOptions(
        boolean follow,
        boolean previous,
        @Nullable Long tailLines,
        @Nullable Instant since,
        @Nullable Long limitBytes,
        boolean timestamps) {

    /** All that was written so far. */
    public static final LogOptions ALL = new LogOptions(false, false, null, null, null, false);

    /**
     * Goes on as the log grows.
     *
     * @return these options, following
     */
    public LogOptions following() {
        return new LogOptions(true, previous, tailLines, since, limitBytes, timestamps);
    }

    /**
     * Of the run before this one.
     *
     * @return these options for the previous run
     */
    public LogOptions ofPrevious() {
        return new LogOptions(follow, true, tailLines, since, limitBytes, timestamps);
    }

    /**
     * The last lines.
     *
     * @param lines how many, at least 0
     * @return these options for the end of the log
     */
    public LogOptions tail(long lines) {
        return new LogOptions(follow, previous, lines, since, limitBytes, timestamps);
    }

    /**
     * The newer lines.
     *
     * @param from the oldest line to read
     * @return these options from then on
     */
    public LogOptions from(Instant from) {
        return new LogOptions(follow, previous, tailLines, from, limitBytes, timestamps);
    }

    /**
     * The first bytes of what is selected.
     *
     * @param bytes how many, at least 1
     * @return these options, limited
     */
    public LogOptions limited(long bytes) {
        return new LogOptions(follow, previous, tailLines, since, bytes, timestamps);
    }

    /**
     * With the time of each line.
     *
     * @return these options with timestamps
     */
    public LogOptions withTimestamps() {
        return new LogOptions(follow, previous, tailLines, since, limitBytes, true);
    }
}
