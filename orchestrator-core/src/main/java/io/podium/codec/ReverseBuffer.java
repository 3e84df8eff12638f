package io.podium.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes written from the last to the first: so the length of a nested message is known when it is written, and nothing is measured
 * beforehand or moved afterwards.
 */
final class ReverseBuffer {
    private byte[] buffer = new byte[1024];
    private int start = buffer.length;

    /** How many bytes there are. */
    int length() {
        return buffer.length - start;
    }

    byte[] toByteArray() {
        return Arrays.copyOfRange(buffer, start, buffer.length);
    }

    private void reserve(int count) {
        if (start < count) {
            int length = length();
            var grown = new byte[Math.max(buffer.length * 2, Math.addExact(length, count))];
            System.arraycopy(buffer, start, grown, grown.length - length, length);
            start = grown.length - length;
            buffer = grown;
        }
    }

    void tag(int number, int wireType) {
        varint((long) number << 3 | wireType);
    }

    /** Puts tag and length before what was written since the buffer had a length. */
    void delimit(int number, int lengthBefore) {
        varint(length() - lengthBefore);
        tag(number, WireType.LENGTH_DELIMITED);
    }

    void varint(long value) {
        int size = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 6) / 7);
        reserve(size);
        start -= size;
        long rest = value;
        for (int i = 0; i < size - 1; i++) {
            buffer[start + i] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[start + size - 1] = (byte) rest;
    }

    void fixed64(long value) {
        reserve(Long.BYTES);
        for (int i = Long.BYTES - 1; i >= 0; i--) {
            buffer[--start] = (byte) (value >>> i * Byte.SIZE);
        }
    }

    void bytes(byte[] bytes) {
        reserve(bytes.length);
        start -= bytes.length;
        System.arraycopy(bytes, 0, buffer, start, bytes.length);
    }

    void utf8(String text) {
        int length = text.length();
        reserve(length);
        for (int i = length - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                start += length - 1 - i; // not ASCII: once more, by the book
                bytes(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            buffer[--start] = (byte) c;
        }
    }
}
