package io.podium.codec;

/** Takes a JSON value piece by piece: what {@link SchemaWriter} writes to, be it text or a tree. */
interface Sink {

    void startObject();

    /** The name of the field whose value comes next. */
    void name(String name);

    void endObject();

    void startArray();

    void endArray();

    void string(String value);

    void number(long value);

    void number(double value);

    void bool(boolean value);

    void none();
}
