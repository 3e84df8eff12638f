package io.podium.api.store;

/**
 * Turns values into bytes and back, for stores that keep bytes. Such a store is given its codec at construction;
 * one that keeps references needs none.
 *
 * <p>The bytes begin with a format version of the codec's own, so that a later codec still reads them, and they
 * leave out the revision of the value: the store knows it, and hands it in on the way back.
 */
public interface ValueCodec {

    /**
     * Encodes a value.
     *
     * @param value what a {@link Stamp} made
     * @return its bytes, without its revision
     */
    byte[] encode(Object value);

    /**
     * Decodes a value and stamps it.
     *
     * @param bytes what {@link #encode} made
     * @param modified the revision of the write that stored the bytes, for the value to carry
     * @return a value equal to the encoded one, but for its revision
     * @throws IllegalArgumentException if the bytes are of an unknown format or damaged; the message says where
     */
    Object decode(byte[] bytes, Revision modified);
}
