package io.podium.api.client;

import io.podium.api.meta.Status;

/** The object breaks rules; the causes say which (422 Invalid). */
public class InvalidException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param status what the server answers
     */
    public InvalidException(Status status) {
        super(status);
    }
}
