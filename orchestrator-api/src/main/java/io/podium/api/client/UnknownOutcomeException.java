package io.podium.api.client;

import io.podium.api.meta.Status;

/** The answer was lost: a write may have been committed or not (504 Timeout). Read before writing again. */
public class UnknownOutcomeException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param status what the server answers
     */
    public UnknownOutcomeException(Status status) {
        super(status);
    }
}
