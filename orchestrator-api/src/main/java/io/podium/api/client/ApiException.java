package io.podium.api.client;

import io.podium.api.meta.Status;

/** A request that the API server refused, or could not answer. */
public class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Status status;

    /**
     * A failure. {@link #of} makes the subclass that fits a status.
     *
     * @param status what the server answers
     */
    public ApiException(Status status) {
        super(status.message());
        this.status = status;
    }

    /**
     * The exception for a status.
     *
     * @param status what the server answers
     * @return an exception of the class that mirrors its reason
     */
    public static ApiException of(Status status) {
        return switch (status.reason()) {
            case "NotFound" -> new NotFoundException(status);
            case "AlreadyExists" -> new AlreadyExistsException(status);
            case "Conflict" -> new ConflictException(status);
            case "Invalid" -> new InvalidException(status);
            case "BadRequest" -> new BadRequestException(status);
            case "Forbidden" -> new ForbiddenException(status);
            case "Expired", "Gone" -> new ExpiredException(status);
            case "Timeout" -> new UnknownOutcomeException(status);
            default -> new ApiException(status);
        };
    }

    /**
     * What the server answers.
     *
     * @return the status, with code, reason, message and causes
     */
    public Status status() {
        return status;
    }

    /**
     * Kubernetes' word for the failure.
     *
     * @return for example {@code NotFound}
     */
    public String reason() {
        return status.reason();
    }

    /**
     * The HTTP status code.
     *
     * @return for example 404
     */
    public int code() {
        return status.code();
    }
}
