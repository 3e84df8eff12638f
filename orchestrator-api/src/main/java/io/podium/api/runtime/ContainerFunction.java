package io.podium.api.runtime;

/**
 * A Java function that runs as a container. It is registered under an image name, and runs on a virtual thread whenever a container
 * of that image is started.
 */
@FunctionalInterface
public interface ContainerFunction {

    /**
     * Runs until the work is done, or {@link ContainerContext#isCancelled} is true.
     *
     * @param context its arguments, address, files and output
     * @return the exit code, 0 for success
     * @throws Exception to end with exit code 1; the stack trace is written to its standard error
     */
    int run(ContainerContext context) throws Exception;
}
