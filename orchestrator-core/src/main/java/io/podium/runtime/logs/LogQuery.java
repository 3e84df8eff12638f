package io.podium.runtime.logs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a log is wanted, with the meaning of Kubernetes' {@code PodLogOptions}.
 *
 * @param tailLines how many lines from the end, or null for all
 * @param since only lines of this time or later, or null for all
 * @param limitBytes after how many bytes to stop, or null for no limit
 * @param timestamps whether each line begins with its time and a space
 * @param stream only this one of {@code stdout} and {@code stderr}, or null for both
 */
public record LogQuery(
        @Nullable Long tailLines,
        @Nullable Instant since,
        @Nullable Long limitBytes,
        boolean timestamps,
        @Nullable String stream) {
    /** The whole log, as the program wrote it. */
    public static final LogQuery ALL = new LogQuery(null, null, null, false, null);

    /** Checks the ranges. */
    public LogQuery {
        if (tailLines != null && tailLines < 0) {
            throw new IllegalArgumentException("tailLines must be at least 0, was " + tailLines);
        }
        if (limitBytes != null && limitBytes < 1) {
            throw new IllegalArgumentException("limitBytes must be at least 1, was " + limitBytes);
        }
    }

    /**
     * The same for the last lines only.
     *
     * @param lines how many, at least 0
     * @return a new query
     */
    public LogQuery tail(long lines) {
        return new LogQuery(lines, since, limitBytes, timestamps, stream);
    }

    /**
     * The same from some time on.
     *
     * @param from time of the first line
     * @return a new query
     */
    public LogQuery since(Instant from) {
        return new LogQuery(tailLines, from, limitBytes, timestamps, stream);
    }

    /**
     * The same, up to a size.
     *
     * @param bytes size of the answer, at least 1
     * @return a new query
     */
    public LogQuery limitBytes(long bytes) {
        return new LogQuery(tailLines, since, bytes, timestamps, stream);
    }

    /**
     * The same with the time before each line.
     *
     * @return a new query
     */
    public LogQuery withTimestamps() {
        return new LogQuery(tailLines, since, limitBytes, true, stream);
    }

    /**
     * The same for one stream.
     *
     * @param name {@code stdout} or {@code stderr}
     * @return a new query
     */
    public LogQuery stream(String name) {
        return new LogQuery(tailLines, since, limitBytes, timestamps, name);
    }

    boolean wants(CriLine line) {
        return (since == null || !line.time().isBefore(since)) && (stream == null || stream.equals(line.stream()));
    }
}
