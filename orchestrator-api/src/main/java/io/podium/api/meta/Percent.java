package io.podium.api.meta;

/** Arithmetic of texts like {@code 25%}. */
final class Percent {
    private Percent() {}

    static boolean isPercent(String text) {
        int digits = text.length() - 1;
        return digits > 0
                && text.charAt(digits) == '%'
                && text.chars().limit(digits).allMatch(c -> c >= '0' && c <= '9');
    }

    static int of(String text, int total, boolean roundUp) {
        long product = (long) parse(text) * total;
        return (int) (roundUp ? Math.ceilDiv(product, 100L) : Math.floorDiv(product, 100L));
    }

    private static int parse(String text) {
        try {
            if (text.endsWith("%")) {
                return Integer.parseInt(text.substring(0, text.length() - 1));
            }
        } catch (NumberFormatException notANumber) {
            // the answer below covers it
        }
        throw new IllegalArgumentException("invalid value for IntOrString: \"" + text
                + "\" is not a percentage; write a number or a share like 25%");
    }
}
