package io.podium.runtime.logs;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Optional;

/**
 * A line of a container's log.
 *
 * @param time when it was read from the program
 * @param stream {@code stdout} or {@code stderr}
 * @param full false if the next line of the same stream continues it
 * @param text what the program wrote, without line end
 */
public record CriLine(Instant time, String stream, boolean full, String text) {
    /** Nine digits always, so that lines sort as text. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    /** Longest text of one line, in bytes; a longer one is written in parts. */
    public static final int MAX_BYTES = 16 * 1024;

    /**
     * Writes a time as logs do.
     *
     * @param time any time
     * @return RFC 3339 in UTC, with nanoseconds
     */
    public static String format(Instant time) {
        return TIME.format(time);
    }

    /** The line, without line end. */
    static Optional<CriLine> parse(String line) {
        int afterTime = line.indexOf(' ');
        int afterStream = line.indexOf(' ', afterTime + 1);
        int afterTag = line.indexOf(' ', afterStream + 1);
        if (afterTime < 0 || afterStream < 0 || afterTag < 0) {
            return Optional.empty();
        }
        try {
            var time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(line.substring(0, afterTime));
            var instant = Instant.ofEpochSecond(
                    time.getLong(ChronoField.INSTANT_SECONDS), time.getLong(ChronoField.NANO_OF_SECOND));
            boolean partial = line.substring(afterStream + 1, afterTag).startsWith("P");
            return Optional.of(new CriLine(
                    instant, line.substring(afterTime + 1, afterStream), !partial, line.substring(afterTag + 1)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
