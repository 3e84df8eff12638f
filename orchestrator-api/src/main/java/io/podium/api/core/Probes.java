package io.podium.api.core;

import io.podium.api.meta.IntOrString;

/** The usual probes; their timing is added with withers, such as {@code http("/", 80).withPeriodSeconds(1)}. */
public final class Probes {
    private Probes() {}

    /**
     * Asks for a page: any status from 200 to 399 is a success.
     *
     * @param path the path of the page
     * @param port the port of the pod
     * @return a probe
     */
    public static Probe http(String path, int port) {
        return new ProbeBuilder()
                .httpGet(get -> get.path(path).port(IntOrString.of(port)))
                .build();
    }

    /**
     * Opens a connection.
     *
     * @param port the port of the pod
     * @return a probe
     */
    public static Probe tcp(int port) {
        return new ProbeBuilder()
                .tcpSocket(socket -> socket.port(IntOrString.of(port)))
                .build();
    }

    /**
     * Runs a command in the container: exit code 0 is a success.
     *
     * @param command the program and its arguments
     * @return a probe
     */
    public static Probe exec(String... command) {
        return new ProbeBuilder().exec(exec -> exec.command(command)).build();
    }
}
