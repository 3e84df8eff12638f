package io.podium.patch.apply;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Says why a configuration cannot be applied, whatever the object: HTTP 400. */
public final class ApplyException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private ApplyException(String message) {
        super(message);
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

    static ApplyException malformed(FieldPath path, @Nullable String problem) {
        return new ApplyException(path + ": " + problem);
    }

    static ApplyException of(String message) {
        return new ApplyException(message);
    }
}
