package io.podium.api.client;

import io.podium.api.meta.Status;

/** There is an object of that name already (409 AlreadyExists). */
public class AlreadyExistsException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param status what the server answers
     */
    public AlreadyExistsException(Status status) {
        super(status);
    }
}
