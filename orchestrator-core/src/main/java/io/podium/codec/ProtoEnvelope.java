package io.podium.codec;

/** The numbers of messages that are not types of their own here: the envelope, map entries, quantities, times, ports. */
final class ProtoEnvelope {
    /** {@code runtime.Unknown}. */
    static final int TYPE_META = 1;

    static final int RAW = 2;
    static final int CONTENT_ENCODING = 3;
    static final int CONTENT_TYPE = 4;

    /** {@code runtime.TypeMeta}. */
    static final int API_VERSION = 1;

    static final int KIND = 2;

    static final int MAP_KEY = 1;
    static final int MAP_VALUE = 2;

    /** The values of a list within a map. */
    static final int ITEMS = 1;

    /** The one field of a {@code Quantity}, a {@code FieldsV1} and a {@code RawExtension}. */
    static final int ONLY = 1;

    /** {@code Timestamp}. */
    static final int SECONDS = 1;

    static final int NANOS = 2;

    /** {@code IntOrString}. */
    static final int TYPE = 1;

    static final int INT_VALUE = 2;
    static final int STRING_VALUE = 3;
    static final int TYPE_INT = 0;
    static final int TYPE_STRING = 1;

    private static final byte[] MAGIC = {'k', '8', 's', 0};

    private ProtoEnvelope() {}

    /** What every enveloped object begins with. */
    static byte[] magic() {
        return MAGIC.clone();
    }
}
