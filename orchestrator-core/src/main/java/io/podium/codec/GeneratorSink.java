package io.podium.codec;

import io.podium.api.meta.JsonNumber;
import tools.jackson.core.JsonGenerator;

/** Writes JSON text. */
final class GeneratorSink implements Sink {
    private final JsonGenerator out;

    GeneratorSink(JsonGenerator out) {
        this.out = out;
    }

    @Override
    public void startObject() {
        out.writeStartObject();
    }

    @Override
    public void name(String name) {
        out.writeName(name);
    }

    @Override
    public void endObject() {
        out.writeEndObject();
    }

    @Override
    public void startArray() {
        out.writeStartArray();
    }

    @Override
    public void endArray() {
        out.writeEndArray();
    }

    @Override
    public void string(String value) {
        out.writeString(value);
    }

    @Override
    public void number(long value) {
        out.writeNumber(value);
    }

    @Override
    public void number(double value) {
        out.writeNumber(JsonNumber.of(value).toString()); // as Go writes it: 1, not 1.0
    }

    @Override
    public void bool(boolean value) {
        out.writeBoolean(value);
    }

    @Override
    public void none() {
        out.writeNull();
    }
}
