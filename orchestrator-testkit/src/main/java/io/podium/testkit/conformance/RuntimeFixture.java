package io.podium.testkit.conformance;

import io.podium.api.dispatch.Dispatcher;
import io.podium.api.runtime.ContainerRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How the suite uses one kind of runtime. Closed after each test, when all runtimes are. */
public interface RuntimeFixture extends AutoCloseable {

    /**
     * Time and waiting for the suite's own tasks.
     *
     * @return the dispatcher that the runtimes were started with
     */
    Dispatcher dispatcher();

    /**
     * Starts a runtime. With the same directory again, after the first is closed, it is the same node after a restart.
     *
     * @param directory for its state
     * @return a runtime
     */
    ContainerRuntime start(Path directory);

    /**
     * How a program is said in a container's spec.
     *
     * @param program what it should do
     * @return image and command, or empty if such a program cannot be had here
     */
    Optional<Command> command(TestProgram program);

    /**
     * An image that cannot be had.
     *
     * @return its name
     */
    default String missingImage() {
        return "no.such.registry.invalid/missing:1";
    }

    /**
     * Whether paths of a pod lead to files of this machine.
     *
     * @return false if volumes are not looked at
     */
    default boolean realFiles() {
        return true;
    }

    /** Ends programs that nothing else could end: called after each test, before its pods are removed. */
    default void endStubborn() {
        // most runtimes can kill
    }

    /**
     * Runs a test, where its dispatcher wants it to run.
     *
     * @param body the test
     * @throws Exception what it throws
     */
    default void run(Body body) throws Exception {
        body.run();
    }

    @Override
    void close();

    /** A test. */
    @FunctionalInterface
    interface Body {
        /**
         * Runs it.
         *
         * @throws Exception if it fails
         */
        void run() throws Exception;
    }

    /**
     * An image and what to run of it.
     *
     * @param image the image, present
     * @param words the container's command
     */
    record Command(String image, List<String> words) {
        /** Copies the words. */
        public Command {
            words = List.copyOf(words);
        }
    }
}
