package io.podium.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a benchmark's output: name, value, unit, baseline and ratio of the two, separated by tabs.
 *
 * @param name what was measured
 * @param value the measured value
 * @param unit its unit
 * @param baseline what to compare it with, in the same unit, or null if there is nothing
 */
record Figure(
        String name, double value, String unit, @Nullable Double baseline) {

    static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, null);
    }

    static Figure of(String name, double value, String unit, double baseline) {
        return new Figure(name, value, unit, baseline);
    }

    void print() {
        System.out.println(this);
    }

    /** The line, with a dash where there is no baseline. */
    @Override
    public String toString() {
        var compared = baseline == null ? "-\t-" : number(baseline) + "\t" + number(value / baseline);
        return name + "\t" + number(value) + "\t" + unit + "\t" + compared;
    }

    private static String number(double value) {
        return value >= 1_000 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.3g", value);
    }
}
