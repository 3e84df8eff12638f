package io.podium.codec;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when what was to be decoded is malformed, holds a value of the wrong type, or holds unknown or duplicate fields that the
 * caller does not allow. An API server answers it with 400 {@code BadRequest}.
 */
public final class DecodingException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    /** Where in the object, as Kubernetes writes it; empty for the object as a whole or where there is none. */
    private final String path;

    /**
     * An error in an object.
     *
     * @param path where in the object, such as {@code spec.containers[0].name}; empty for the object as a whole
     * @param message what is wrong, naming path, value and what was expected
     */
    public DecodingException(String path, String message) {
        this(path, message, null);
    }

    /**
     * An error in an object.
     *
     * @param path where in the object, such as {@code spec.containers[0].name}; empty for the object as a whole
     * @param message what is wrong, naming path, value and what was expected
     * @param cause what brought it to light, or null
     */
    public DecodingException(String path, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.path = path;
    }

    /**
     * What is wrong.
     *
     * @return a sentence, never null
     */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /**
     * Where in the object the error lies.
     *
     * @return a path such as {@code spec.containers[0].name}, empty for the object as a whole
     */
    public String path() {
        return path;
    }

    /**
     * The same error, told with more of its surroundings.
     *
     * @param prefix what to say first, ending in a separator
     * @return another exception with the same path, caused by this one
     */
    public DecodingException within(String prefix) {
        return new DecodingException(path, prefix + getMessage(), this);
    }
}
