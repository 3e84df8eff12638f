package io.podium.api.meta;

import io.podium.api.meta.Quantity.Format;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads amounts with the grammar of Kubernetes: sign, digits with at most one point, suffix. Amounts of up to 18 digits take
 * a path without big numbers, and that path decides whether the text survives as it was written ({@code +1}, {@code 1.5E3});
 * every other one is printed canonically.
 */
final class QuantityParser {
    private static final int MAX_DIGITS_OF_LONG = 18;
    private static final int NANO = -9;

    /** Larger powers are refused, because adding such an amount to a small one would need that many digits. */
    private static final int MAX_EXPONENT = 1000;

    private static final BigDecimal MAX_BINARY = BigDecimal.valueOf(Long.MAX_VALUE);

    private final String text;
    private boolean negative;
    private boolean numbered;
    private String whole = "";
    private String fraction = "";

    /** What a suffix stands for: {@code base^power}. */
    private record Suffix(int base, int power, Format format) {}

    private QuantityParser(String text) {
        this.text = text;
    }

    static Quantity parse(String text) {
        if (text.isEmpty()) {
            throw malformed(text);
        }
        return text.equals("0") ? Quantity.ZERO : new QuantityParser(text).parse();
    }

    private Quantity parse() {
        var suffix = suffix(scan());
        var fast = suffix.base == 2 ? fastBinary(suffix) : fastDecimal(suffix);
        return fast != null ? fast : exact(suffix);
    }

    /** Splits the text into its parts and returns the suffix. */
    private String scan() {
        int at = 0;
        if (text.charAt(0) == '-' || text.charAt(0) == '+') {
            negative = text.charAt(0) == '-';
            at++;
        }
        int first = at;
        while (at < text.length() && text.charAt(at) == '0') {
            at++;
        }
        int end = skipDigits(at);
        numbered = end > first;
        whole = end == at ? "0" : text.substring(at, end);
        if (end < text.length() && text.charAt(end) == '.') {
            int from = end + 1;
            end = skipDigits(from);
            fraction = text.substring(from, end);
            numbered |= end > from;
        }
        int start = end;
        while (end < text.length() && "eEinumkKMGTP".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end < text.length() && (text.charAt(end) == '-' || text.charAt(end) == '+')) {
            end++;
        }
        if (skipDigits(end) < text.length()) {
            throw malformed(text);
        }
        return text.substring(start);
    }

    private int skipDigits(int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }

    private Suffix suffix(String suffix) {
        return switch (suffix) {
            case "" -> new Suffix(10, 0, Format.DECIMAL_SI);
            case "n" -> new Suffix(10, -9, Format.DECIMAL_SI);
            case "u" -> new Suffix(10, -6, Format.DECIMAL_SI);
            case "m" -> new Suffix(10, -3, Format.DECIMAL_SI);
            case "k" -> new Suffix(10, 3, Format.DECIMAL_SI);
            case "M" -> new Suffix(10, 6, Format.DECIMAL_SI);
            case "G" -> new Suffix(10, 9, Format.DECIMAL_SI);
            case "T" -> new Suffix(10, 12, Format.DECIMAL_SI);
            case "P" -> new Suffix(10, 15, Format.DECIMAL_SI);
            case "E" -> new Suffix(10, 18, Format.DECIMAL_SI);
            case "Ki" -> new Suffix(2, 10, Format.BINARY_SI);
            case "Mi" -> new Suffix(2, 20, Format.BINARY_SI);
            case "Gi" -> new Suffix(2, 30, Format.BINARY_SI);
            case "Ti" -> new Suffix(2, 40, Format.BINARY_SI);
            case "Pi" -> new Suffix(2, 50, Format.BINARY_SI);
            case "Ei" -> new Suffix(2, 60, Format.BINARY_SI);
            default -> new Suffix(10, exponent(suffix), Format.DECIMAL_EXPONENT);
        };
    }

    private int exponent(String suffix) {
        if (suffix.charAt(0) == 'e' || suffix.charAt(0) == 'E') {
            try {
                int exponent = Integer.parseInt(suffix.substring(1));
                if (Math.abs(exponent) <= MAX_EXPONENT) {
                    return exponent;
                }
            } catch (NumberFormatException notANumber) {
                // the answer below covers it
            }
        }
        throw new IllegalArgumentException(
                "quantity \"" + text + "\": unable to parse quantity's suffix; use one of n u m k M G T P E,"
                        + " Ki Mi Gi Ti Pi Ei, or an exponent like e3");
    }

    private @Nullable Quantity fastDecimal(Suffix suffix) {
        int exponent = suffix.power - fraction.length();
        if (whole.length() + fraction.length() > MAX_DIGITS_OF_LONG || exponent < NANO) {
            return null;
        }
        var digits = whole + fraction;
        long value = Long.parseLong(digits);
        boolean asWritten = exponent % 3 == 0 && !digits.endsWith("000") && digits.charAt(0) != '0';
        return Quantity.parsed(negative ? -value : value, exponent, suffix.format, asWritten ? text : null);
    }

    private @Nullable Quantity fastBinary(Suffix suffix) {
        int digitsOfUnit = suffix.power * 3 / 10;
        if (!fraction.isEmpty() || whole.length() + digitsOfUnit > 14) {
            return null;
        }
        long count = Long.parseLong(whole);
        long value = count << suffix.power;
        boolean asWritten = (count & 7) != 0;
        return Quantity.parsed(negative ? -value : value, 0, suffix.format, asWritten ? text : null);
    }

    /** Unlike the other paths, which read a suffix alone as nothing, this one wants a number. */
    private Quantity exact(Suffix suffix) {
        if (!numbered) {
            throw malformed(text);
        }
        var amount = new BigDecimal(new BigInteger(whole + fraction), fraction.length());
        amount = suffix.base == 10
                ? amount.scaleByPowerOfTen(suffix.power)
                : amount.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(suffix.power)));
        if (amount.scale() > -NANO) {
            amount = amount.setScale(-NANO, RoundingMode.UP);
        }
        var format = suffix.format;
        if (format == Format.BINARY_SI) {
            amount = amount.min(MAX_BINARY);
            format = amount.signum() > 0 && amount.compareTo(BigDecimal.ONE) < 0 ? Format.DECIMAL_SI : format;
        }
        return Quantity.of(negative ? amount.negate() : amount, format);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "quantity \"" + text
                        + "\": quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$', such as 2, 0.5, 100m or 64Mi");
    }
}
