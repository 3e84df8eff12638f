package io.podium.api.client;

import io.podium.api.meta.Status;

/** The history does not reach back that far: list again (410 Expired). */
public class ExpiredException extends ApiException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param status what the server answers
     */
    public ExpiredException(Status status) {
        super(status);
    }
}
