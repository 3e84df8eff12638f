package io.podium.api.meta;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An amount of something that is counted: CPU seconds per second, bytes, pods. It is a fixed-point number that remembers the
 * family of suffix it was written with, as Kubernetes' {@code resource.Quantity} does, so {@code 1500m}, {@code 64Mi} and
 * {@code 2e3} are written back in the style of their author.
 *
 * <p>Amounts finer than a billionth are rounded away from zero to one. Amounts with a binary suffix are capped at
 * 2<sup>63</sup>&nbsp;-&nbsp;1 in magnitude when parsed; decimal ones are not.
 *
 * <p><b>Equality is by amount alone</b>: {@code 1}, {@code 1000m} and {@code 1e0} are equal, have one hash code and compare as
 * 0. This is what Kubernetes calls semantic equality and decides whether a spec has changed. Two equal quantities may still
 * print differently; compare {@link #toString} where the text matters.
 */
public final class Quantity implements Comparable<Quantity> {

    /** How an amount is written. */
    public enum Format {
        /** Powers of 1024: {@code Ki Mi Gi Ti Pi Ei}. */
        BINARY_SI,
        /** Powers of 1000: {@code n u m k M G T P E}, or no suffix. */
        DECIMAL_SI,
        /** Scientific, in powers of 1000: {@code 12e6}. */
        DECIMAL_EXPONENT
    }

    /** Nothing, written {@code 0}. */
    public static final Quantity ZERO = new Quantity(0, 0, null, Format.DECIMAL_SI, "0");

    private static final int MILLI = -3;

    /** The amount is {@code unscaled * 10^exponent}, unless {@link #big} is present. */
    private final long unscaled;

    private final int exponent;
    private final @Nullable BigDecimal big; // only where no long holds the digits
    private final Format format;
    private @Nullable String text; // written once with a value that depends on final fields: a race is harmless

    private Quantity(long unscaled, int exponent, @Nullable BigDecimal big, Format format, @Nullable String text) {
        this.unscaled = unscaled;
        this.exponent = exponent;
        this.big = big;
        this.format = format;
        this.text = text;
    }

    /**
     * Parses an amount such as {@code 100m}, {@code 1.5Gi}, {@code 12e6} or {@code 3}. White space around it is ignored.
     *
     * @param text the amount as it stands in a manifest
     * @return the amount
     * @throws IllegalArgumentException if the text is not an amount; the message carries Kubernetes' words for it
     */
    public static Quantity of(String text) {
        return QuantityParser.parse(text.strip());
    }

    /**
     * A whole amount, written without a suffix where possible.
     *
     * @param units the amount
     * @return the amount
     */
    public static Quantity of(long units) {
        return units == 0 ? ZERO : new Quantity(units, 0, null, Format.DECIMAL_SI, null);
    }

    /**
     * An amount in thousandths, as CPU is commonly counted: {@code ofMilli(250)} is a quarter and prints {@code 250m}.
     *
     * @param thousandths the amount times 1000
     * @return the amount
     */
    public static Quantity ofMilli(long thousandths) {
        return thousandths == 0 ? ZERO : new Quantity(thousandths, MILLI, null, Format.DECIMAL_SI, null);
    }

    /**
     * A number of bytes, printed with a binary suffix: {@code ofBytes(1 << 20)} prints {@code 1Mi}.
     *
     * @param bytes the number of bytes
     * @return the amount
     */
    public static Quantity ofBytes(long bytes) {
        return new Quantity(bytes, 0, null, Format.BINARY_SI, null);
    }

    /**
     * Any decimal amount. Digits below a billionth are rounded away from zero.
     *
     * @param amount the amount
     * @param format how to write it
     * @return the amount
     */
    public static Quantity of(BigDecimal amount, Format format) {
        var rounded = amount.scale() > 9 ? amount.setScale(9, RoundingMode.UP) : amount;
        if (fitsLong(rounded)) {
            return new Quantity(rounded.unscaledValue().longValue(), -rounded.scale(), null, format, null);
        }
        var stripped = rounded.stripTrailingZeros();
        return fitsLong(stripped)
                ? new Quantity(stripped.unscaledValue().longValue(), -stripped.scale(), null, format, null)
                : new Quantity(0, 0, stripped, format, null);
    }

    /** What the parser's fast path found; the text is present where Kubernetes keeps it as written. */
    static Quantity parsed(long unscaled, int exponent, Format format, @Nullable String text) {
        return new Quantity(unscaled, exponent, null, format, text);
    }

    private static boolean fitsLong(BigDecimal amount) {
        return amount.unscaledValue().bitLength() < Long.SIZE;
    }

    /**
     * The family of suffix it is written with.
     *
     * @return the format
     */
    public Format format() {
        return format;
    }

    /**
     * The amount rounded up, away from zero, to a whole number, and held within the range of a {@code long}.
     *
     * @return the whole amount, for example bytes
     */
    public long value() {
        return scaled(0);
    }

    /**
     * The amount in thousandths, rounded up, away from zero, and held within the range of a {@code long}.
     *
     * @return the amount times 1000, for example thousandths of a CPU
     */
    public long milliValue() {
        return scaled(MILLI);
    }

    private long scaled(int toExponent) {
        if (big == null && exponent == toExponent) {
            return unscaled;
        }
        var amount = toBigDecimal();
        if (amount.signum() == 0) {
            return 0;
        }
        if ((long) amount.precision() - amount.scale() - toExponent > 19) {
            return amount.signum() > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        var whole = amount.scaleByPowerOfTen(-toExponent)
                .setScale(0, RoundingMode.UP)
                .unscaledValue();
        if (whole.bitLength() < Long.SIZE) {
            return whole.longValue();
        }
        return whole.signum() > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    /**
     * The exact amount.
     *
     * @return the amount, of any scale
     */
    public BigDecimal toBigDecimal() {
        return big != null ? big : new BigDecimal(BigInteger.valueOf(unscaled), -exponent);
    }

    /**
     * The sign of the amount.
     *
     * @return -1, 0 or 1
     */
    public int signum() {
        return big != null ? big.signum() : Long.signum(unscaled);
    }

    /**
     * Whether the amount is 0, however it was written.
     *
     * @return whether it is nothing
     */
    public boolean isZero() {
        return signum() == 0;
    }

    /**
     * The sum. It is written like this amount, or like the other one if this is zero.
     *
     * @param other what to add
     * @return the sum
     */
    public Quantity plus(Quantity other) {
        if (other.isZero()) {
            return this;
        }
        if (isZero()) {
            return other;
        }
        if (big == null && other.big == null && exponent == other.exponent) {
            long sum = unscaled + other.unscaled;
            if (((unscaled ^ sum) & (other.unscaled ^ sum)) >= 0) {
                return new Quantity(sum, exponent, null, format, null);
            }
        }
        return of(toBigDecimal().add(other.toBigDecimal()), format);
    }

    /**
     * The difference. It is written like this amount, or like the other one if this is zero.
     *
     * @param other what to take away
     * @return the difference, which may be negative
     */
    public Quantity minus(Quantity other) {
        return plus(other.negated());
    }

    /**
     * The amount with its sign turned.
     *
     * @return the same magnitude on the other side of zero
     */
    public Quantity negated() {
        return times(-1);
    }

    /**
     * The amount taken a number of times.
     *
     * @param factor how often
     * @return the product, written like this amount
     */
    public Quantity times(long factor) {
        if (factor == 1) {
            return this;
        }
        return of(toBigDecimal().multiply(BigDecimal.valueOf(factor)), format);
    }

    /**
     * The amount without digits below a thousandth, rounded up, away from zero: what Kubernetes makes of every resource
     * request and limit when it is stored.
     *
     * @return this amount if it has no such digits, with its text kept; else the rounded one
     */
    public Quantity roundedUpToMilli() {
        if (big == null ? exponent >= MILLI : big.scale() <= -MILLI) {
            return this;
        }
        return of(toBigDecimal().setScale(-MILLI, RoundingMode.UP), format);
    }

    @Override
    public int compareTo(Quantity other) {
        if (big == null && other.big == null && exponent == other.exponent) {
            return Long.compare(unscaled, other.unscaled);
        }
        return toBigDecimal().compareTo(other.toBigDecimal());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Quantity that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        if (big != null) {
            return big.hashCode(); // its trailing zeros are stripped already
        }
        long digits = unscaled;
        int power = exponent;
        if (digits == 0) {
            return 0;
        }
        while (digits % 10 == 0) {
            digits /= 10;
            power++;
        }
        return Long.hashCode(digits) * 31 + power;
    }

    /**
     * The amount as it is written in JSON: the text it was parsed from if Kubernetes would keep it, else the canonical form,
     * which has no fraction and the largest suffix that loses nothing ({@code 1.5} is {@code 1500m}, {@code 1.5Gi} is
     * {@code 1536Mi}).
     */
    @Override
    public String toString() {
        var known = text;
        if (known == null) {
            known = QuantityText.canonical(toBigDecimal(), format);
            text = known;
        }
        return known;
    }
}
