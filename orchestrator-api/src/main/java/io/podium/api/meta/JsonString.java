package io.podium.api.meta;

/**
 * A JSON string.
 *
 * @param value its characters, without quotes and escapes
 */
public record JsonString(String value) implements Json {
    @Override
    public String toString() {
        return JsonText.of(this);
    }
}
