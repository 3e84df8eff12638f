package io.podium.runtime.process;

import java.util.Optional;

/**
 * A process, not whichever process gets its number next.
 *
 * @param pid its number
 * @param start when it was started, in a form that only compares
 */
record ProcessId(long pid, String start) {

    static Optional<ProcessId> parse(String text) {
        var parts = text.strip().split(" ", 2);
        return parts.length == 2 && parts[0].chars().allMatch(Character::isDigit) && !parts[0].isEmpty()
                ? Optional.of(new ProcessId(Long.parseLong(parts[0]), parts[1]))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return pid + " " + start;
    }
}
