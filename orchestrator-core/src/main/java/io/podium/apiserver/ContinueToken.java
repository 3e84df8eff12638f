package io.podium.apiserver;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a paged list goes on: at which state, and behind which object. Opaque to clients, and checked when it comes back.
 *
 * @param revision the state that all pages are read from
 * @param lastKey the storage key of the last object given
 */
record ContinueToken(long revision, String lastKey) {
    private static final String VERSION = "v1";

    String encode() {
        var plain = VERSION + "\n" + revision + "\n" + lastKey;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static ContinueToken parse(String token, String prefix) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split("\n", -1);
            if (parts.length == 3 && parts[0].equals(VERSION) && parts[2].startsWith(prefix)) {
                return new ContinueToken(Long.parseLong(parts[1]), parts[2]);
            }
        } catch (IllegalArgumentException e) {
            throw invalid(token);
        }
        throw invalid(token);
    }

    private static RuntimeException invalid(String token) {
        return Failures.badRequest("invalid continue token: \"" + token
                + "\" is not a continue value of this list; list again without it");
    }
}
