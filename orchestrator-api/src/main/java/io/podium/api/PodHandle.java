package io.podium.api;

import io.podium.api.client.ApiException;
import io.podium.api.core.Pod;
import io.podium.api.meta.StatusBuilder;
import io.podium.api.runtime.ExecResult;
import io.podium.api.runtime.LogOptions;
import io.podium.api.runtime.NodeStreams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A pod of a cluster, whether it is there or not. */
public final class PodHandle {
    private final Cluster cluster;
    private final ObjectHandle<Pod> object;

    PodHandle(Cluster cluster, ObjectHandle<Pod> object) {
        this.cluster = cluster;
        this.object = object;
    }

    /**
     * Reads the pod.
     *
     * @return its state as last committed
     * @throws io.podium.api.client.NotFoundException if it is not there
     */
    public Pod get() {
        return object.get();
    }

    /**
     * Waits until something holds.
     *
     * @param condition what to wait for, such as {@link Conditions#ready}
     * @param atMost how long to wait; zero only looks
     * @throws IllegalArgumentException if {@code atMost} is negative
     * @throws AwaitException if it does not hold in time; the message says how things stand
     */
    public void await(Condition<? super Pod> condition, Duration atMost) {
        object.await(condition, atMost);
    }

    /**
     * What the pod's only container has written until now. A container that has just started may not have written anything yet.
     *
     * @return its output
     * @throws io.podium.api.client.NotFoundException if the pod is not there
     * @throws io.podium.api.client.BadRequestException if it has several containers, is on no node yet, or its container has not started
     */
    public String logs() {
        return logs("", LogOptions.ALL);
    }

    /**
     * What a container has written.
     *
     * @param container the container, empty if the pod has one only
     * @param options which part of it; following ends with the container
     * @return its output
     * @throws io.podium.api.client.NotFoundException if the pod is not there
     * @throws io.podium.api.client.BadRequestException if there is no such container or no such log yet; the message says which there are
     */
    public String logs(String container, LogOptions options) {
        var text = new ByteArrayOutputStream();
        logs(container, options, text);
        return text.toString(StandardCharsets.UTF_8);
    }

    /**
     * Copies what a container writes.
     *
     * @param container the container, empty if the pod has one only
     * @param options which part of it, and whether to go on as it grows
     * @param sink where it goes; it is not closed
     * @throws io.podium.api.client.NotFoundException if the pod is not there
     * @throws io.podium.api.client.BadRequestException if there is no such container or no such log yet; the message says which there are
     * @throws UncheckedIOException if the sink cannot be written
     */
    public void logs(String container, LogOptions options, OutputStream sink) {
        try {
            streams().logs(object.key(), container, options, sink);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Runs a command in the pod's only container.
     *
     * @param timeout how long it may run before it is killed, which gives the exit code 137
     * @param command the program and its arguments
     * @return its output and exit code
     * @throws io.podium.api.client.NotFoundException if the pod is not there
     * @throws io.podium.api.client.BadRequestException if it has several containers, is on no node yet, or its container does not run
     * @throws ApiException if the command cannot be run, as in a Java function
     */
    public ExecResult exec(Duration timeout, String... command) {
        return streams().exec(object.key(), "", List.of(command), timeout);
    }

    /**
     * Where a port of the pod is reached from this JVM.
     *
     * @param port the port of the pod, from 0 to 65535, whether a container declares it or not
     * @return its address
     * @throws io.podium.api.client.NotFoundException if the pod is not there
     * @throws IllegalStateException if the pod has no address yet
     */
    public InetSocketAddress address(int port) {
        var ip = get().status().podIP();
        if (ip.isEmpty()) {
            throw new IllegalStateException("Pod " + object.key() + " has no address yet; await its readiness first");
        }
        return new InetSocketAddress(ip, port);
    }

    /** Deletes the pod, which ends within its grace period. Does nothing if it is not there. */
    public void delete() {
        object.delete();
    }

    private NodeStreams streams() {
        var pod = get();
        if (pod.spec().nodeName().isEmpty()) {
            throw ApiException.of(new StatusBuilder()
                    .status("Failure")
                    .reason("BadRequest")
                    .code(400)
                    .message("pod " + object.key() + " does not have a host assigned: "
                            + String.join("; ", StatusText.of(pod)) + "; await that it runs first")
                    .build());
        }
        return cluster.streams().of(pod.spec().nodeName());
    }
}
