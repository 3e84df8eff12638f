package io.podium.api.meta;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A JSON number: whole if it was written as an integer of 64 bits, else a double. The two never equal each other, as in
 * Kubernetes' API machinery: {@code 1} is whole and {@code 1.0} is not.
 */
public final class JsonNumber implements Json {
    private final boolean whole;
    private final long bits; // the whole number, or the bits of the double

    private JsonNumber(boolean whole, long bits) {
        this.whole = whole;
        this.bits = bits;
    }

    /**
     * A whole number.
     *
     * @param value the number
     * @return the value
     */
    public static JsonNumber of(long value) {
        return new JsonNumber(true, value);
    }

    /**
     * A number that is not whole by kind, though it may be by value.
     *
     * @param value a finite number
     * @return the value
     * @throws IllegalArgumentException if it is infinite or not a number
     */
    public static JsonNumber of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("JSON has no number " + value);
        }
        return new JsonNumber(false, Double.doubleToLongBits(value));
    }

    /**
     * Reads a number as JSON writes it.
     *
     * @param text for example {@code 3}, {@code -0.5} or {@code 1e9}
     * @return a whole number if the text is an integer that fits 64 bits, else the nearest double
     * @throws IllegalArgumentException if the text is not a number or beyond the range of a double
     */
    public static JsonNumber parse(String text) {
        try {
            return of(Long.parseLong(text));
        } catch (NumberFormatException notALong) {
            return of(Double.parseDouble(text));
        }
    }

    /**
     * Whether this was written as an integer of 64 bits.
     *
     * @return whether {@link #longValue} is exact
     */
    public boolean isWhole() {
        return whole;
    }

    /**
     * The number without its fraction, held within the range of a {@code long}.
     *
     * @return the number
     */
    public long longValue() {
        return whole ? bits : (long) Double.longBitsToDouble(bits);
    }

    /**
     * The number as a double; beyond 2<sup>53</sup> whole numbers lose digits.
     *
     * @return the number
     */
    public double doubleValue() {
        return whole ? bits : Double.longBitsToDouble(bits);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonNumber that && whole == that.whole && bits == that.bits;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(bits) + (whole ? 1 : 0);
    }

    /** The number as Go's JSON encoder writes it: plain digits from 1e-6 to 1e21, else with an exponent. */
    @Override
    public String toString() {
        if (whole) {
            return Long.toString(bits);
        }
        double value = Double.longBitsToDouble(bits);
        double size = Math.abs(value);
        if (size == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        var shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return size >= 1e-6 && size < 1e21 ? shortest.toPlainString() : scientific(shortest);
    }

    private static String scientific(BigDecimal number) {
        var digits = number.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - number.scale();
        var text = new StringBuilder(number.signum() < 0 ? "-" : "").append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        }
        return text.append('e')
                .append(exponent < 0 ? '-' : '+')
                .append(Math.abs(exponent))
                .toString();
    }
}
