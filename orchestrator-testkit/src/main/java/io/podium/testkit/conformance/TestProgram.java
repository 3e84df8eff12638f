package io.podium.testkit.conformance;

import java.time.Duration;
import java.util.List;

/** What a container of the conformance suite does; each runtime's fixture says it in its own words. */
public sealed interface TestProgram {

    /** What a program prints to its standard output once it handles signals as it should. */
    String READY = "ready";

    /**
     * Prints lines and ends.
     *
     * @param stdout lines for its standard output
     * @param stderr lines for its standard error
     * @param exitCode how it ends
     */
    record Print(List<String> stdout, List<String> stderr, int exitCode) implements TestProgram {
        /** Copies the lines. */
        public Print {
            stdout = List.copyOf(stdout);
            stderr = List.copyOf(stderr);
        }
    }

    /** Prints {@value #READY}, then runs until it is asked to end, which it does at once with 128 plus the signal. */
    record Run() implements TestProgram {}

    /** Prints {@value #READY}, then goes on whatever it is asked. */
    record Ignore() implements TestProgram {}

    /**
     * Prints {@value #READY}, then runs until it is asked to end, prints {@code bye} and ends in its own way.
     *
     * @param exitCode how it ends
     */
    record Obey(int exitCode) implements TestProgram {}

    /**
     * Works for a while, then ends with 0.
     *
     * @param duration how long
     */
    record Work(Duration duration) implements TestProgram {}

    /**
     * Writes a file and ends with 0.
     *
     * @param containerPath an absolute path as a pod's spec says it
     * @param text what is in it
     */
    record Write(String containerPath, String text) implements TestProgram {}

    /**
     * Prints the value of a variable of its environment and ends with 0.
     *
     * @param name the variable
     */
    record PrintVariable(String name) implements TestProgram {}

    /**
     * Takes memory and holds it until it is asked to end.
     *
     * @param bytes how much
     */
    record TakeMemory(long bytes) implements TestProgram {}

    /** Is not there: its start fails. */
    record Missing() implements TestProgram {}
}
