package io.podium.api.client;

import io.podium.api.meta.Status;

/** The object was changed meanwhile, a precondition does not hold, or fields have other managers (409 Conflict). */
public class ConflictException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param status what the server answers
     */
    public ConflictException(Status status) {
        super(status);
    }
}
