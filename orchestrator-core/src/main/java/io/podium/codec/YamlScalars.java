package io.podium.codec;

import io.podium.api.meta.Bytes;
import io.podium.api.meta.Json;
import io.podium.api.meta.JsonBool;
import io.podium.api.meta.JsonNumber;
import io.podium.api.meta.JsonString;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What plain scalars mean to Kubernetes, whose YAML is between 1.1 and 1.2: {@code yes} and {@code on} are booleans, {@code 0644} is
 * octal, {@code 1_000} a thousand; times and sexagesimals are strings.
 */
final class YamlScalars {
    private static final String TAGS = "tag:yaml.org,2002:";
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern NON_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final BigInteger MAX_UNSIGNED = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

    private YamlScalars() {}

    /** The value of a scalar with a tag; throws {@link IllegalArgumentException} if the two do not fit. */
    static Json tagged(String tag, String text) {
        return switch (tag.startsWith(TAGS) ? tag.substring(TAGS.length()) : "") {
            case "int" ->
                fitting(tag, text, plain(text) instanceof JsonNumber number && number.isWhole() ? number : null);
            case "float" -> fitting(tag, text, plain(text) instanceof JsonNumber number ? number : null);
            case "bool" -> fitting(tag, text, plain(text) instanceof JsonBool bool ? bool : null);
            case "null" -> fitting(tag, text, plain(text).isNull() ? Json.NULL : null);
            case "binary" -> Json.of(Bytes.ofBase64(text.strip()).toUtf8());
            default -> Json.of(text);
        };
    }

    private static Json fitting(String tag, String text, @Nullable Json value) {
        if (value == null) {
            throw new IllegalArgumentException("'" + text + "' is no !!" + tag.substring(TAGS.length()));
        }
        return value;
    }

    /** The value of a plain scalar without a tag; throws {@link IllegalArgumentException} for infinities, which JSON has not. */
    static Json plain(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> Json.NULL;
            case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON" -> Json.of(true);
            case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF" -> Json.of(false);
            default -> maybeNumber(text);
        };
    }

    private static Json maybeNumber(String text) {
        char first = text.charAt(0);
        if (!isDigit(first) && "+-.".indexOf(first) < 0) {
            return Json.of(text);
        }
        var digits = text.replace("_", "");
        var whole = wholeNumber(digits);
        if (whole != null) {
            return whole;
        }
        if (NON_FINITE.matcher(text).matches()) {
            throw new IllegalArgumentException("JSON has no number " + text + "; quote it if a string is meant");
        }
        if (FLOAT.matcher(digits).matches()) {
            double value = Double.parseDouble(digits);
            return Double.isFinite(value) ? Json.of(value) : Json.of(text);
        }
        return Json.of(text);
    }

    /** An integer in base 2, 8, 10 or 16 that fits 64 bits, with or without sign, or null. */
    private static @Nullable Json wholeNumber(String text) {
        boolean signed = !text.isEmpty() && "+-".indexOf(text.charAt(0)) >= 0;
        var digits = signed ? text.substring(1) : text;
        int radix = radix(digits);
        var significant = digits.substring(radix == 8 && isDigit(digits.charAt(1)) ? 1 : radix == 10 ? 0 : 2);
        if (significant.isEmpty() || !isAll(significant, radix)) {
            return null;
        }
        var number = new BigInteger(significant, radix);
        number = text.startsWith("-") ? number.negate() : number;
        if (number.bitLength() < Long.SIZE) {
            return Json.of(number.longValueExact());
        }
        return number.signum() > 0 && number.compareTo(MAX_UNSIGNED) <= 0 ? Json.of(number.doubleValue()) : null;
    }

    private static int radix(String digits) {
        if (digits.length() < 2 || digits.charAt(0) != '0') {
            return 10;
        }
        return switch (digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            case 'o', 'O' -> 8;
            default -> isDigit(digits.charAt(1)) ? 8 : 10;
        };
    }

    private static boolean isAll(String digits, int radix) {
        return digits.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The name of a field whose key is a scalar that need not be a string, or null where it has none. */
    static @Nullable String key(Json scalar) {
        return switch (scalar) {
            case JsonString text -> text.value();
            case JsonNumber number -> number.toString();
            case JsonBool bool -> bool.toString();
            default -> null;
        };
    }
}
