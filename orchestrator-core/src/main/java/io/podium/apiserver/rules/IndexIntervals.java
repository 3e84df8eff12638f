package io.podium.apiserver.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Indexes of an indexed Job as text: increasing numbers and ranges, such as {@code 0,2-4}. */
final class IndexIntervals {
    private static final Pattern DIGITS = Pattern.compile("[+]?[0-9]+");

    /** From one index to another, which belongs to it. */
    private record Interval(int from, int to) {}

    private IndexIntervals() {}

    /** How many indexes a text names, all of them below the number of completions; -1 if it is malformed. */
    static int count(String text, int completions) {
        if (text.isEmpty()) {
            return 0;
        }
        int last = -1;
        int count = 0;
        for (var part : text.split(",", -1)) {
            var interval = interval(part, completions);
            if (interval == null || interval.from <= last) {
                return -1;
            }
            count += interval.to - interval.from + 1;
            last = interval.to;
        }
        return count;
    }

    /** Whether two texts name an index in common, as far as they are well-formed. */
    static boolean overlap(String one, String other, int completions) {
        var others = intervals(other, completions);
        return intervals(one, completions).stream()
                .anyMatch(a -> others.stream().anyMatch(b -> a.from <= b.to && b.from <= a.to));
    }

    private static List<Interval> intervals(String text, int completions) {
        var intervals = new ArrayList<Interval>();
        for (var part : text.split(",", -1)) {
            var interval = interval(part, completions);
            if (interval != null) {
                intervals.add(interval);
            }
        }
        return intervals;
    }

    private static @Nullable Interval interval(String text, int completions) {
        var ends = text.split("-", -1);
        int from = number(ends[0]);
        int to = ends.length == 1 ? from : ends.length == 2 ? number(ends[1]) : -1;
        boolean empty = ends.length == 2 && to == from;
        return from < 0 || to < from || empty || to >= completions ? null : new Interval(from, to);
    }

    private static int number(String text) {
        try {
            return DIGITS.matcher(text).matches() ? Integer.parseInt(text) : -1;
        } catch (NumberFormatException malformed) {
            return -1;
        }
    }
}
