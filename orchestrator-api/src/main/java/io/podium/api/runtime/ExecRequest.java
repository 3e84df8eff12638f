package io.podium.api.runtime;

import java.util.List;

/**
 * A command to run with streams.
 *
 * @param command the program and its arguments
 * @param stdin whether it has a standard input
 * @param tty whether it has a terminal
 */
public record ExecRequest(List<String> command, boolean stdin, boolean tty) {
    /** Copies the command. */
    public ExecRequest {
        command = List.copyOf(command);
    }
}
