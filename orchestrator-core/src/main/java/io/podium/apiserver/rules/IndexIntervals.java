package io.podium.apiserver.rules;

/** Indexes of an indexed Job as text: increasing numbers and ranges, such as {@code 0,2-4}. */
final class IndexIntervals {
    private IndexIntervals() {}

    /** How many indexes a text names, all of them below the number of completions; -1 if it is malformed. */
    static int count(String text, int completions) {
        if (text.isEmpty()) {
            return 0;
        }
        int last = -1;
        int count = 0;
        for (var interval : text.split(",", -1)) {
            var ends = interval.split("-", -1);
            int from = number(ends[0]);
            int to = ends.length == 1 ? from : ends.length == 2 ? number(ends[1]) : -1;
            boolean range = ends.length == 2;
            if (from <= last || to < from || range && to == from || to >= completions) {
                return -1;
            }
            count += to - from + 1;
            last = to;
        }
        return count;
    }

    private static int number(String text) {
        try {
            return text.startsWith("+") ? -1 : Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            return -1;
        }
    }
}
