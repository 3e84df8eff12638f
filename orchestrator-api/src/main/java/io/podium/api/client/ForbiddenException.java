package io.podium.api.client;

import io.podium.api.meta.Status;

/** Admission, or the state of the namespace, forbids the request (403 Forbidden). */
public class ForbiddenException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param status what the server answers
     */
    public ForbiddenException(Status status) {
        super(status);
    }
}
