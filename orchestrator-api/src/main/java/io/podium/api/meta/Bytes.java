package io.podium.api.meta;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** An immutable string of bytes, such as one entry of a Secret. In JSON it is written in base64. */
public final class Bytes {
    /** No bytes at all. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /**
     * A copy of an array.
     *
     * @param content the bytes
     * @return the same bytes, out of reach of later changes to the array
     */
    public static Bytes of(byte[] content) {
        return content.length == 0 ? EMPTY : new Bytes(content.clone());
    }

    /**
     * The UTF-8 bytes of a text.
     *
     * @param text the text
     * @return its bytes
     */
    public static Bytes ofUtf8(String text) {
        return text.isEmpty() ? EMPTY : new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Decodes standard base64 (RFC 4648, section 4), padded; line breaks within it are ignored.
     *
     * @param base64 the encoded bytes
     * @return the bytes
     * @throws IllegalArgumentException if the text is not base64
     */
    public static Bytes ofBase64(String base64) {
        var encoded = base64.indexOf('\n') < 0 && base64.indexOf('\r') < 0
                ? base64
                : base64.replace("\n", "").replace("\r", "");
        if (encoded.isEmpty()) {
            return EMPTY;
        }
        if (encoded.length() % 4 != 0) {
            throw new IllegalArgumentException("illegal base64 data: " + encoded.length()
                    + " characters are not a multiple of 4; pad it with '='");
        }
        try {
            return new Bytes(Base64.getDecoder().decode(encoded));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("illegal base64 data: " + malformed.getMessage(), malformed);
        }
    }

    /**
     * The standard base64 form, padded, on one line.
     *
     * @return the encoded bytes
     */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(content);
    }

    /**
     * The bytes read as UTF-8; what is malformed becomes U+FFFD.
     *
     * @return the text
     */
    public String toUtf8() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /**
     * A fresh array of the bytes.
     *
     * @return a copy that the caller may change
     */
    public byte[] toArray() {
        return content.clone();
    }

    /**
     * The number of bytes.
     *
     * @return the number, at least 0
     */
    public int length() {
        return content.length;
    }

    /**
     * Whether there is no byte.
     *
     * @return whether the length is 0
     */
    public boolean isEmpty() {
        return content.length == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Only the length, because the content may be secret: {@code Bytes[12]}. */
    @Override
    public String toString() {
        return "Bytes[" + content.length + "]";
    }
}
