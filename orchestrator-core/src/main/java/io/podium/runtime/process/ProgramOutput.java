package io.podium.runtime.process;

import java.util.List;

/** The way of what a program prints into its log. */
interface ProgramOutput {

    /** Begins to copy. */
    void start();

    /** Processes that carry output for a program without being part of it: to be spared until they are done. */
    List<Long> carriers();

    /** Copies the rest, once the program and all that it started have ended, and closes the log. */
    void finish() throws InterruptedException;

    /** Stops copying, loses nothing, and closes the log; another JVM goes on. */
    void letGo();
}
