package io.podium.api.client;

import io.podium.api.meta.Status;

/** The request makes no sense (400 BadRequest). */
public class BadRequestException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param status what the server answers
     */
    public BadRequestException(Status status) {
        super(status);
    }
}
