package io.podium.api.client;

import io.podium.api.meta.Status;

/** There is no such object (404 NotFound). */
public class NotFoundException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param status what the server answers
     */
    public NotFoundException(Status status) {
        super(status);
    }
}
