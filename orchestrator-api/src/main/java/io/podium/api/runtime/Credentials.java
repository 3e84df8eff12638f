package io.podium.api.runtime;

/**
 * How to log in to an image registry.
 *
 * @param username the user, empty for none
 * @param password the password or token
 */
public record Credentials(String username, String password) {
    /** No login. */
    public static final Credentials NONE = new Credentials("", "");

    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
