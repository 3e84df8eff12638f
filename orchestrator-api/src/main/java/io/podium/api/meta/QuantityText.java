package io.podium.api.meta;

import io.podium.api.meta.Quantity.Format;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Writes amounts in the canonical form of Kubernetes: no fraction, and the largest suffix that loses no digit. */
final class QuantityText {
    private static final String DECIMAL_SUFFIXES = "num kMGTPE"; // of 10^-9, 10^-6 … 10^18; the blank stands for none
    private static final String BINARY_SUFFIXES = "KMGTPE"; // of 2^10, 2^20 … 2^60
    private static final BigDecimal SMALLEST_BINARY = BigDecimal.valueOf(1024);

    private QuantityText() {}

    static String canonical(BigDecimal amount, Format format) {
        if (amount.signum() == 0) {
            return "0";
        }
        var stripped = amount.stripTrailingZeros();
        boolean whole = stripped.scale() <= 0;
        if (format == Format.BINARY_SI && whole && amount.abs().compareTo(SMALLEST_BINARY) >= 0) {
            return binary(stripped.toBigIntegerExact());
        }
        return decimal(stripped, format);
    }

    private static String binary(BigInteger amount) {
        int power = Math.min(amount.getLowestSetBit() / 10, BINARY_SUFFIXES.length());
        var digits = amount.shiftRight(power * 10).toString();
        return power == 0 ? digits : digits + BINARY_SUFFIXES.charAt(power - 1) + "i";
    }

    private static String decimal(BigDecimal stripped, Format format) {
        int exponent = Math.floorDiv(-stripped.scale(), 3) * 3;
        var digits = stripped.scaleByPowerOfTen(-exponent).toBigIntegerExact().toString();
        if (exponent == 0) {
            return digits;
        }
        boolean named = format != Format.DECIMAL_EXPONENT && exponent >= -9 && exponent <= 18;
        return named ? digits + DECIMAL_SUFFIXES.charAt(exponent / 3 + 3) : digits + "e" + exponent;
    }
}
