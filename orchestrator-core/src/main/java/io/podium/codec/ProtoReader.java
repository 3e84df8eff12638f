package io.podium.codec;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.schema.Schema;
import java.util.Arrays;

/**
 * Reads objects in Kubernetes' protobuf form. Fields may come in any order and numbers that a type does not have are skipped, as protobuf
 * demands.
 */
public final class ProtoReader {
    private final Interner interner;

    /**
     * A reader that gives equal strings one instance.
     *
     * @param interner what the reader passes field values and map keys through
     */
    public ProtoReader(Interner interner) {
        this.interner = interner;
    }

    /**
     * A reader that interns nothing.
     *
     * @return a reader
     */
    public static ProtoReader plain() {
        return new ProtoReader(Interner.NONE);
    }

    /**
     * Reads an object from its envelope.
     *
     * @param kind the kind it must be of; {@code apiVersion} and {@code kind} may be empty and may not say otherwise
     * @param enveloped a body of media type {@code application/vnd.kubernetes.protobuf}
     * @param <T> the type of the object
     * @return the object
     * @throws DecodingException if the bytes are malformed or the object is of another kind
     */
    public <T extends ApiObject<T>> T read(Kind<T> kind, byte[] enveloped) {
        var envelope = open(enveloped);
        Decoding.check(kind, envelope.said);
        return read(kind.schema(), envelope.raw);
    }

    /**
     * Reads a bare message.
     *
     * @param schema the schema of its type
     * @param message the bytes
     * @param <T> its type
     * @return the value
     * @throws DecodingException if the bytes are malformed
     */
    public <T> T read(Schema<T> schema, byte[] message) {
        return new MessageReader(new WireReader(message, 0, message.length), interner).message(schema);
    }

    /** What was in an envelope. */
    private record Envelope(TypeMeta said, byte[] raw) {}

    private static Envelope open(byte[] enveloped) {
        var magic = ProtoEnvelope.magic();
        if (!Arrays.equals(enveloped, 0, Math.min(magic.length, enveloped.length), magic, 0, magic.length)) {
            throw new DecodingException(
                    "", "not a Kubernetes protobuf object: it must begin with the bytes 6b 38 73 00");
        }
        var in = new WireReader(enveloped, magic.length, enveloped.length);
        var said = new TypeMeta();
        var raw = new byte[0];
        while (in.hasNext()) {
            long tag = in.varint();
            switch ((int) (tag >>> 3)) {
                case ProtoEnvelope.TYPE_META -> typeMeta(in, said);
                case ProtoEnvelope.RAW -> raw = in.bytes();
                default -> in.skip((int) tag & 7);
            }
        }
        return new Envelope(said, raw);
    }

    private static void typeMeta(WireReader in, TypeMeta said) {
        int outer = in.enter();
        while (in.hasNext()) {
            long tag = in.varint();
            switch ((int) (tag >>> 3)) {
                case ProtoEnvelope.API_VERSION -> said.say(TypeMeta.API_VERSION, in.utf8());
                case ProtoEnvelope.KIND -> said.say(TypeMeta.KIND, in.utf8());
                default -> in.skip((int) tag & 7);
            }
        }
        in.leave(outer);
    }
}
