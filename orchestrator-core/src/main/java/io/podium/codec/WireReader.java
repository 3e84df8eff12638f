package io.podium.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A walk over protobuf bytes. A nested message is entered by moving the limit, and left by moving it back. */
final class WireReader {
    private static final int MAX_VARINT = 10;

    private final byte[] buffer;
    private int at;
    private int limit;

    WireReader(byte[] buffer, int at, int limit) {
        this.buffer = buffer;
        this.at = at;
        this.limit = limit;
    }

    boolean hasNext() {
        return at < limit;
    }

    /** Reads a length and moves the limit behind that many bytes; the limit there was goes back into {@link #leave}. */
    int enter() {
        int length = length();
        int outer = limit;
        limit = at + length;
        return outer;
    }

    void leave(int outer) {
        at = limit;
        limit = outer;
    }

    long varint() {
        long value = 0;
        for (int i = 0; i < MAX_VARINT; i++) {
            if (at >= limit) {
                throw malformed("a number is cut off");
            }
            byte b = buffer[at++];
            value |= (long) (b & 0x7f) << i * 7;
            if (b >= 0) {
                return value;
            }
        }
        throw malformed("a number has more than " + MAX_VARINT + " bytes");
    }

    long fixed64() {
        need(Long.BYTES);
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value |= (buffer[at++] & 0xffL) << i * Byte.SIZE;
        }
        return value;
    }

    String utf8() {
        int length = length();
        var text = new String(buffer, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    byte[] bytes() {
        int length = length();
        at += length;
        return Arrays.copyOfRange(buffer, at - length, at);
    }

    void skip(int wireType) {
        switch (wireType) {
            case WireType.VARINT -> varint();
            case WireType.FIXED64 -> need(Long.BYTES);
            case WireType.FIXED32 -> need(Integer.BYTES);
            case WireType.LENGTH_DELIMITED -> leave(enter());
            default -> throw malformed("wire type " + wireType + " is not known");
        }
        at += wireType == WireType.FIXED64 ? Long.BYTES : wireType == WireType.FIXED32 ? Integer.BYTES : 0;
    }

    private int length() {
        long length = varint();
        if (length < 0 || length > limit - at) {
            throw malformed("a value of " + length + " bytes is cut off");
        }
        return (int) length;
    }

    private void need(int count) {
        if (limit - at < count) {
            throw malformed("a number is cut off");
        }
    }

    DecodingException malformed(String what) {
        return new DecodingException("", "malformed protobuf at byte " + at + ": " + what);
    }
}
