package io.podium.testkit.faults;

import io.podium.api.client.ApiException;
import io.podium.api.meta.StatusBuilder;

/** The answers of an API server in trouble. */
final class Refusals {
    private Refusals() {}

    /** Nothing was done. */
    static ApiException unavailable(String call) {
        return of("ServiceUnavailable", 503, call + ": the server is not reachable; try again");
    }

    /** Somebody else wrote between this caller's read and its write; nothing was done. */
    static ApiException conflict(String call) {
        return of("Conflict", 409, call + ": the object has been modified; read it again and retry");
    }

    /** Done, but the answer was lost. */
    static ApiException lost(String call) {
        return of("Timeout", 504, call + ": the answer was lost; read before writing again");
    }

    /** The history does not reach back to where the watcher stands. */
    static ApiException expired() {
        return of("Expired", 410, "too old resource version; list again");
    }

    private static ApiException of(String reason, int code, String message) {
        return ApiException.of(new StatusBuilder()
                .status("Failure")
                .reason(reason)
                .code(code)
                .message(message)
                .build());
    }
}
