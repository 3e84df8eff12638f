package io.podium.api.runtime;

import io.podium.api.meta.ObjectKey;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;

/** What an agent offers beside objects: the streams of the containers on its node. */
public interface NodeStreams {

    /**
     * Copies the log of a container.
     *
     * @param pod the pod
     * @param container the container, empty if the pod has one only
     * @param options which part of it, and whether to go on as it grows
     * @param sink where it goes
     * @throws IOException if the sink cannot be written
     * @throws InterruptedException if the calling task is interrupted
     * @throws io.podium.api.client.ApiException if there is no such pod, container or log
     */
    void logs(ObjectKey pod, String container, LogOptions options, OutputStream sink)
            throws IOException, InterruptedException;

    /**
     * Runs a command in a container and waits for its end.
     *
     * @param pod the pod
     * @param container the container, empty if the pod has one only
     * @param command the program and its arguments
     * @param timeout how long it may run before it is killed, which gives the exit code 137
     * @return its output and exit code
     * @throws io.podium.api.client.ApiException if there is no such pod or container, or it does not run
     */
    ExecResult exec(ObjectKey pod, String container, List<String> command, Duration timeout);

    /**
     * Starts a command in a container, with streams.
     *
     * @param pod the pod
     * @param container the container, empty if the pod has one only
     * @param request what to run
     * @return the running command
     * @throws io.podium.api.client.ApiException if there is no such pod or container, or it does not run
     */
    ExecSession openExec(ObjectKey pod, String container, ExecRequest request);

    /**
     * What a container uses.
     *
     * @param pod the pod
     * @param container the container, empty if the pod has one only
     * @return its use
     * @throws io.podium.api.client.ApiException if there is no such pod or container, or its use is not known
     */
    ContainerStats stats(ObjectKey pod, String container);

    /** Finds the streams of a node. */
    @FunctionalInterface
    interface Directory {
        /**
         * The streams of a node.
         *
         * @param node the node's name
         * @return its streams
         * @throws io.podium.api.client.ApiException if no agent of that node is connected
         */
        NodeStreams of(String node);
    }
}
