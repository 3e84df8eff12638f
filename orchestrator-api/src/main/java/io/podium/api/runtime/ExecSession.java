package io.podium.api.runtime;

import java.io.InputStream;
import java.io.OutputStream;

/** A running command with its streams. */
public interface ExecSession extends AutoCloseable {

    /**
     * Where its input is written.
     *
     * @return a stream, already closed if it has none
     */
    OutputStream stdin();

    /**
     * Its standard output.
     *
     * @return a stream that ends with the command
     */
    InputStream stdout();

    /**
     * Its standard error.
     *
     * @return a stream that ends with the command, empty with a terminal
     */
    InputStream stderr();

    /**
     * Waits for the end.
     *
     * @return the exit code
     * @throws InterruptedException if the waiting thread is interrupted
     */
    int await() throws InterruptedException;

    /**
     * Tells the terminal's size.
     *
     * @param columns its width, at least 1
     * @param rows its height, at least 1
     */
    void resize(int columns, int rows);

    /** Kills the command if it still runs, and closes the streams. */
    @Override
    void close();
}
