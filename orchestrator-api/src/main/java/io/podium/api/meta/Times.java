package io.podium.api.meta;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The two ways in which Kubernetes writes moments, both RFC 3339 in UTC: {@code Time} to the second
 * ({@code 2026-01-02T03:04:05Z}) and {@code MicroTime} to the microsecond ({@code 2026-01-02T03:04:05.000000Z}).
 */
public final class Times {
    private static final int SECONDS_END = 19; // of yyyy-MM-ddTHH:mm:ss
    private static final int MICRO_DIGITS = 6;

    private Times() {}

    /**
     * Writes a {@code Time}; what is below a second is dropped.
     *
     * @param moment a moment of the years 0 to 9999
     * @return for example {@code 2026-01-02T03:04:05Z}
     */
    public static String format(Instant moment) {
        return digits(moment, new StringBuilder(SECONDS_END + 1)).append('Z').toString();
    }

    /**
     * Writes a {@code MicroTime}; what is below a microsecond is dropped.
     *
     * @param moment a moment of the years 0 to 9999
     * @return for example {@code 2026-01-02T03:04:05.000000Z}
     */
    public static String formatMicro(Instant moment) {
        var text = digits(moment, new StringBuilder(SECONDS_END + MICRO_DIGITS + 2))
                .append('.');
        pad(text, moment.getNano() / 1000, MICRO_DIGITS);
        return text.append('Z').toString();
    }

    /**
     * Reads a {@code Time}. Any offset and any fraction of a second are accepted; the fraction is dropped, as it would be when
     * the moment is written.
     *
     * @param text a moment in RFC 3339
     * @return the moment, to the second
     * @throws IllegalArgumentException if the text is no such moment
     */
    public static Instant parse(String text) {
        int offset = SECONDS_END;
        if (offset < text.length() && (text.charAt(offset) == '.' || text.charAt(offset) == ',')) {
            offset = fractionEnd(text);
        }
        return secondsAndOffset(text, offset, "2006-01-02T15:04:05Z");
    }

    /**
     * Reads a {@code MicroTime}: like a {@code Time}, but with exactly six digits of fraction, as Kubernetes demands.
     *
     * @param text a moment in RFC 3339
     * @return the moment, to the microsecond
     * @throws IllegalArgumentException if the text is no such moment
     */
    public static Instant parseMicro(String text) {
        var example = "2006-01-02T15:04:05.000000Z";
        if (text.length() <= SECONDS_END
                || text.charAt(SECONDS_END) != '.'
                || fractionEnd(text) != SECONDS_END + 1 + MICRO_DIGITS) {
            throw malformed(text, example);
        }
        int micros = number(text, SECONDS_END + 1, SECONDS_END + 1 + MICRO_DIGITS, example);
        return secondsAndOffset(text, SECONDS_END + 1 + MICRO_DIGITS, example).plusNanos(micros * 1000L);
    }

    /**
     * Drops what a {@code Time} cannot hold.
     *
     * @param moment any moment
     * @return the moment, to the second
     */
    public static Instant toSeconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Drops what a {@code MicroTime} cannot hold.
     *
     * @param moment any moment
     * @return the moment, to the microsecond
     */
    public static Instant toMicros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    private static StringBuilder digits(Instant moment, StringBuilder text) {
        var time = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), 0, ZoneOffset.UTC);
        pad(text, time.getYear(), 4);
        pad(text.append('-'), time.getMonthValue(), 2);
        pad(text.append('-'), time.getDayOfMonth(), 2);
        pad(text.append('T'), time.getHour(), 2);
        pad(text.append(':'), time.getMinute(), 2);
        pad(text.append(':'), time.getSecond(), 2);
        return text;
    }

    private static void pad(StringBuilder text, int number, int width) {
        int limit = 10;
        for (int digits = 1; digits < width; digits++) {
            limit *= 10;
        }
        for (int unit = limit / 10; unit > 1 && number < unit; unit /= 10) {
            text.append('0');
        }
        text.append(number);
    }

    private static int fractionEnd(String text) {
        int at = SECONDS_END + 1;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at == SECONDS_END + 1 ? SECONDS_END : at;
    }

    private static Instant secondsAndOffset(String text, int offset, String example) {
        if (offset >= text.length()
                || text.charAt(4) != '-'
                || text.charAt(7) != '-'
                || text.charAt(10) != 'T'
                || text.charAt(13) != ':'
                || text.charAt(16) != ':') {
            throw malformed(text, example);
        }
        try {
            return LocalDateTime.of(
                            number(text, 0, 4, example),
                            number(text, 5, 7, example),
                            number(text, 8, 10, example),
                            number(text, 11, 13, example),
                            number(text, 14, 16, example),
                            number(text, 17, SECONDS_END, example))
                    .toInstant(offset(text, offset, example));
        } catch (DateTimeException outOfRange) {
            throw new IllegalArgumentException("parsing time \"" + text + "\": " + outOfRange.getMessage(), outOfRange);
        }
    }

    private static ZoneOffset offset(String text, int at, String example) {
        char sign = text.charAt(at);
        if (sign == 'Z' && at + 1 == text.length()) {
            return ZoneOffset.UTC;
        }
        if (sign != '+' && sign != '-' || at + 6 != text.length() || text.charAt(at + 3) != ':') {
            throw malformed(text, example);
        }
        int minutes = number(text, at + 1, at + 3, example) * 60 + number(text, at + 4, at + 6, example);
        return ZoneOffset.ofTotalSeconds((sign == '-' ? -minutes : minutes) * 60);
    }

    private static int number(String text, int from, int to, String example) {
        int number = 0;
        for (int at = from; at < to; at++) {
            if (!isDigit(text.charAt(at))) {
                throw malformed(text, example);
            }
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static IllegalArgumentException malformed(String text, String example) {
        return new IllegalArgumentException(
                "parsing time \"" + text + "\": cannot parse it as \"" + example + "\"; write it like that");
    }
}
