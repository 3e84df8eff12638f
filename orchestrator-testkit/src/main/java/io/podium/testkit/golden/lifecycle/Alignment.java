package io.podium.testkit.golden.lifecycle;

import io.podium.testkit.golden.lifecycle.Aspects.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of the recorded values of an aspect came here as well: as many as possible, in their order, each at about its moment.
 *
 * @param missing recorded values that never came, though they stayed long enough to be written
 * @param unexpected values that were not recorded
 */
record Alignment(List<Value> missing, List<Value> unexpected) {
    /** Recorded and own moments may be this many seconds apart, and a share of the time that has passed. */
    private static final double SLACK_SECONDS = 6;

    private static final double SLACK_SHARE = 0.5;
    /** A value that stayed for less may have been merged with the one after it; so may the first, before the node has begun. */
    private static final double TRANSIENT_SECONDS = 2.5;

    static Alignment of(List<Value> wanted, List<Value> got) {
        var longest = longest(wanted, got);
        var missing = new ArrayList<Value>();
        var unexpected = new ArrayList<Value>();
        int i = 0;
        int j = 0;
        while (i < wanted.size() || j < got.size()) {
            if (i < wanted.size()
                    && j < got.size()
                    && match(wanted.get(i), got.get(j))
                    && longest[i][j] == longest[i + 1][j + 1] + weight(wanted, i)) {
                i++;
                j++;
            } else if (j == got.size() || i < wanted.size() && longest[i][j] == longest[i + 1][j]) {
                if (!isTransient(wanted, i)) {
                    missing.add(wanted.get(i));
                }
                i++;
            } else {
                unexpected.add(got.get(j));
                j++;
            }
        }
        return new Alignment(missing, unexpected);
    }

    /** The most matches from each pair of places on; those that must be weigh more than all others together. */
    private static int[][] longest(List<Value> wanted, List<Value> got) {
        var longest = new int[wanted.size() + 1][got.size() + 1];
        for (int i = wanted.size() - 1; i >= 0; i--) {
            for (int j = got.size() - 1; j >= 0; j--) {
                int without = Math.max(longest[i + 1][j], longest[i][j + 1]);
                longest[i][j] = match(wanted.get(i), got.get(j))
                        ? Math.max(without, longest[i + 1][j + 1] + weight(wanted, i))
                        : without;
            }
        }
        return longest;
    }

    private static boolean match(Value wanted, Value got) {
        return wanted.text().equals(got.text())
                && Math.abs(wanted.at() - got.at()) <= SLACK_SECONDS + SLACK_SHARE * wanted.at();
    }

    private static int weight(List<Value> wanted, int index) {
        return isTransient(wanted, index) ? 1 : wanted.size();
    }

    private static boolean isTransient(List<Value> values, int index) {
        return index + 1 < values.size()
                && (index == 0 || values.get(index + 1).at() - values.get(index).at() < TRANSIENT_SECONDS);
    }
}
