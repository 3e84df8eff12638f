package io.podium.controller.job;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Completion indexes in the form in which a job's status keeps them, such as {@code 0,2-5}. */
final class Indexes {
    private Indexes() {}

    /** The indexes that a text names; none if there is no text. */
    static BitSet parse(@Nullable String text) {
        var indexes = new BitSet();
        if (text == null || text.isEmpty()) {
            return indexes;
        }
        for (var part : text.split(",", -1)) {
            int dash = part.indexOf('-');
            int first = Integer.parseInt(dash < 0 ? part : part.substring(0, dash));
            int last = dash < 0 ? first : Integer.parseInt(part.substring(dash + 1));
            indexes.set(first, last + 1);
        }
        return indexes;
    }

    static String format(BitSet indexes) {
        List<String> parts = new ArrayList<>();
        for (int first = indexes.nextSetBit(0); first >= 0; ) {
            int last = indexes.nextClearBit(first) - 1;
            parts.add(first == last ? Integer.toString(first) : first + (last == first + 1 ? "," : "-") + last);
            first = indexes.nextSetBit(last + 1);
        }
        return String.join(",", parts);
    }

    /** The number in an annotation, unless somebody has spoilt it. */
    static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.parseInt(text)).filter(number -> number >= 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
